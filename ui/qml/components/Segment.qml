pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A row of tabs; `tabs` are {id, label}, `current` the index shown.
Item {
    id: segment

    property var tabs: []
    property int current: 0

    implicitHeight: Math.max(112 * Theme.u * (Theme.textScale >= 1.5 ? 1.15 : 1), Theme.minTarget)

    Rectangle {
        anchors.fill: parent
        radius: 36 * Theme.u
        color: Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: Theme.edge
    }
    Row {
        anchors.fill: parent

        Repeater {
            model: segment.tabs

            Touchable {
                id: tab

                required property var modelData
                required property int index
                readonly property bool on: index === segment.current
                readonly property real inner: (36 - Theme.edgeWidth) * Theme.u

                objectName: "tab." + modelData.id
                label: modelData.label
                role: Accessible.PageTab
                checked: on
                shrinks: false
                width: segment.width / segment.tabs.length
                height: segment.height
                onActivated: segment.current = index

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: Theme.edgeWidth * Theme.u
                    topLeftRadius: tab.index === 0 ? tab.inner : 0
                    bottomLeftRadius: topLeftRadius
                    topRightRadius: tab.index === segment.tabs.length - 1 ? tab.inner : 0
                    bottomRightRadius: topRightRadius
                    color: tab.on ? Theme.chosen : Theme.pressed
                    visible: tab.on || tab.pressed
                }
                // Of many, some have no chosen one beside them that would show where they end.
                Rectangle {
                    width: Theme.edgeWidth * Theme.u
                    height: parent.height
                    color: Theme.edge
                    visible: tab.index > 0 && segment.tabs.length > 3
                }
                Txt {
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - 16 * Theme.u)
                    display: true
                    weight: Font.DemiBold
                    size: Theme.textScale >= 1.5 ? 34 : 37
                    line: 1.1
                    color: tab.on ? Theme.onChosen : Theme.edgeInk
                    text: tab.modelData.label
                    wrapMode: Text.WordWrap
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
