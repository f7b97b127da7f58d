import QtQuick
import Anjungan

// A key of the keyboard: it pops up while touched.
Touchable {
    id: key

    property string text
    property string icon
    property bool muted: false
    property real textSize: 44

    objectName: "key." + text
    label: text
    role: Accessible.Button
    radius: 22 * Theme.u
    shrinks: false
    z: pressed ? 1 : 0

    Item {
        anchors.fill: parent
        scale: key.pressed ? 1.08 : 1

        Behavior on scale {
            NumberAnimation {
                duration: Theme.pressMs
            }
        }

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
            color: key.pressed ? Theme.tonal : key.muted ? Theme.keyMuted : Theme.keyFace
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
