pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What to bring: `items` are {icon, text}. No check marks; they would claim the papers are there.
Card {
    id: list

    property var items: []
    property real rowHeight: Theme.textScale > 1 ? 98 : 110
    property real textSize: 39
    readonly property var heights: {
        const found = [];
        for (let i = 0; i < cells.count; ++i)
            found.push(cells.itemAt(i) ? cells.itemAt(i).height : rowHeight * Theme.u);
        return found;
    }

    implicitHeight: rows.implicitHeight + 12 * Theme.u

    Column {
        id: rows

        x: 36 * Theme.u
        y: 6 * Theme.u
        width: parent.width - 2 * x

        Repeater {
            id: cells

            model: list.items

            Item {
                id: row

                required property var modelData
                required property int index

                width: rows.width
                height: Math.max(list.rowHeight * Theme.u, caption.implicitHeight + 40 * Theme.u)

                Rectangle {
                    width: parent.width
                    height: 2 * Theme.u
                    color: Theme.hairline
                    visible: row.index > 0
                }
                Icon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData.icon
                    size: Theme.textScale >= 1.5 ? 64 : 54
                    color: Theme.icon
                }
                Txt {
                    id: caption

                    anchors {
                        left: sign.right
                        leftMargin: 27 * Theme.u
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                    size: list.textSize
                    line: 1.15
                    text: unbroken(row.modelData.text)
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
