pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A setting with a few steps and a button at either side to go down or up one. Bars show the step.
Item {
    id: setting

    property string name
    property string text
    property string icon
    property int value: 1
    property int most: 5
    property string lessText
    property string moreText

    signal less
    signal more

    implicitHeight: Math.max(136 * Theme.u, Theme.minTarget, words.implicitHeight + 68 * Theme.u)

    EdgeButton {
        id: down

        objectName: setting.name + ".less"
        width: Math.max(176 * Theme.u, Theme.minTarget)
        height: parent.height
        icon: "minus"
        iconSize: 64
        iconOnly: true
        text: setting.lessText
        hint: setting.text + " " + setting.value
        enabled: setting.value > 1
        onActivated: setting.less()
    }
    Item {
        anchors {
            left: down.right
            leftMargin: 24 * Theme.u
            right: up.left
            rightMargin: 24 * Theme.u
        }
        height: parent.height
        Accessible.role: Accessible.ProgressBar
        Accessible.name: setting.text
        Accessible.description: setting.value + " / " + setting.most

        Row {
            id: words

            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - height - bars.height - 18 * Theme.u) / 2
            spacing: 16 * Theme.u

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: setting.icon
                size: 44
                color: Theme.icon
                visible: name !== ""
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, bars.width - (setting.icon === "" ? 0 : 60 * Theme.u))
                size: 36
                line: 1.1
                weight: Font.DemiBold
                text: setting.text
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
        Row {
            id: bars

            y: words.y + words.height + 18 * Theme.u
            width: parent.width
            spacing: 10 * Theme.u

            Repeater {
                model: setting.most

                Rectangle {
                    required property int index
                    readonly property bool on: index < setting.value

                    width: (bars.width - (setting.most - 1) * bars.spacing) / setting.most
                    height: 22 * Theme.u
                    radius: height / 2
                    color: on ? Theme.chosen : Theme.tonal
                    border.width: Theme.highContrast ? 3 * Theme.u : 0
                    border.color: Theme.edge
                }
            }
        }
    }
    EdgeButton {
        id: up

        anchors.right: parent.right
        objectName: setting.name + ".more"
        width: down.width
        height: parent.height
        icon: "plus"
        iconSize: 64
        iconOnly: true
        text: setting.moreText
        hint: down.hint
        enabled: setting.value < setting.most
        onActivated: setting.more()
    }
}
