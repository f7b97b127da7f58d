import QtQuick
import Anjungan

// A key of the keyboard: it pops up while touched, and after a key press that came without a finger.
Touchable {
    id: key

    property string text
    property string icon
    property bool muted: false
    property real textSize: 44
    readonly property real popped: 1.12

    objectName: "key." + text
    label: text
    role: Accessible.Button
    ticks: true
    radius: 22 * Theme.u
    shrinks: false
    z: pressed || settle.running || activeFocus ? 1 : 0
    onPressedChanged: {
        settle.stop();
        if (pressed && !Theme.reduceMotion)
            cap.scale = popped;
        else
            settle.restart();
    }
    onActivated: if (!Theme.reduceMotion) {
        cap.scale = popped;
        settle.restart();
    }

    NumberAnimation {
        id: settle

        target: cap
        property: "scale"
        to: 1
        duration: Theme.pressMs
        easing.type: Easing.OutCubic
    }

    Item {
        id: cap

        objectName: "cap." + key.text
        anchors.fill: parent

        Rectangle {
            y: 4 * Theme.u
            width: parent.width
            height: parent.height
            radius: key.radius
            color: Theme.keyLedge
            visible: !Theme.highContrast
        }
        Rectangle {
            anchors.fill: parent
            radius: key.radius
            color: key.pressed ? Theme.pressed : key.muted ? Theme.keyMuted : Theme.keyFace
            border.width: Theme.highContrast ? Theme.edgeWidth * Theme.u : 0
            border.color: key.pressed ? Theme.edgeStrong : Theme.edge
        }
        Icon {
            anchors.centerIn: parent
            name: key.icon
            size: 56
            color: Theme.ink
            visible: key.icon !== ""
        }
        Txt {
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width - 8 * Theme.u)
            display: true
            size: key.textSize
            grow: key.text.length === 1 ? Theme.displayScale : Math.min(1.15, Theme.displayScale)
            weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.floor(Theme.displayFloor)
            color: Theme.ink
            text: key.text
            horizontalAlignment: Text.AlignHCenter
            visible: key.icon === ""
            Accessible.ignored: true
        }
    }
}
