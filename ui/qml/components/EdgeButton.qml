pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A framed button. `strong` has the weight of a primary without being one; `leading` puts icon and
// a label of up to two lines at the left.
Touchable {
    id: button

    property string text
    property string icon
    property bool strong: false
    property bool leading: false
    property bool iconOnly: false
    property bool chosen: false
    property bool warm: false
    property real labelSize: strong ? 42 : 38
    property real iconSize: leading ? 66 : 54
    property int labelWeight: strong || leading ? Font.Bold : Font.DemiBold
    property bool plainFont: false
    readonly property color frame: chosen ? Theme.chosen : strong ? Theme.edgeStrong : warm ? Theme.edgeWarm : Theme.edge
    readonly property color fill: chosen ? Theme.chosen : warm ? Theme.warmTonal : Theme.surface
    readonly property color writing: chosen ? Theme.onChosen : warm ? Theme.onWarmTonal : leading ? Theme.ink : Theme.edgeInk

    label: text
    checked: chosen
    radius: 36 * Theme.u
    implicitHeight: Math.max(136 * Theme.u, Theme.minTarget)
    implicitWidth: row.before + row.after + 40 * Theme.u + (iconOnly ? 0 : caption.implicitWidth)

    Rectangle {
        anchors.fill: parent
        radius: button.radius
        color: !button.pressed ? button.fill : button.chosen ? Theme.pressedChosen : Qt.tint(button.fill, Qt.alpha(Theme.edge, 0.25))
        border.width: (button.strong ? Theme.edgeWidth + 1 : Theme.edgeWidth) * Theme.u
        border.color: button.frame
        opacity: button.enabled ? 1 : 0.5
    }

    Row {
        id: row

        readonly property bool loose: !button.strong && !button.leading
        readonly property real before: (button.leading ? 128 : button.strong ? 48 : button.icon === "" ? 16 : 12 + button.iconSize + 20) * Theme.u
        readonly property real after: (button.leading ? 46 : button.strong ? 128 : button.icon === "" ? 16 : 12) * Theme.u

        anchors.verticalCenter: parent.verticalCenter
        x: loose ? (parent.width - width) / 2 : button.leading ? 35 * Theme.u : 48 * Theme.u
        spacing: (button.leading ? 28 : 20) * Theme.u
        opacity: button.enabled ? 1 : 0.5

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: button.icon
            size: button.iconSize
            color: button.chosen ? Theme.onChosen : button.warm ? Theme.warmIcon : button.leading ? Theme.icon : Theme.onTonal
            visible: button.icon !== "" && !button.strong
        }
        Txt {
            id: caption

            readonly property real room: button.width - row.before - row.after

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, room)
            display: !button.plainFont
            size: button.labelSize
            weight: button.labelWeight
            line: 1.1
            color: button.writing
            text: button.text
            wrapMode: Text.WordWrap
            horizontalAlignment: row.loose && button.icon === "" ? Text.AlignHCenter : Text.AlignLeft
            visible: !button.iconOnly
        }
    }

    Rectangle {
        anchors {
            right: parent.right
            rightMargin: 24 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        width: 88 * Theme.u
        height: width
        radius: width / 2
        color: Theme.tonal
        visible: button.strong

        Icon {
            anchors.centerIn: parent
            name: button.icon
            size: 54
            color: Theme.onTonal
        }
    }
}
