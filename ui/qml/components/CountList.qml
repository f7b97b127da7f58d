pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A short list of names with a count each.
Item {
    id: table

    // {title, rows} or null.
    property var list: null
    readonly property var rows: list ? list.rows : []

    Txt {
        id: title

        width: parent.width
        display: true
        size: 34
        line: 1.2
        text: table.list?.title ?? ""
        wrapMode: Text.WordWrap
    }
    Column {
        y: title.height + 8 * Theme.u
        width: parent.width

        Repeater {
            model: table.rows

            Item {
                id: row

                required property var modelData
                required property int index

                width: parent?.width ?? 0
                height: Math.min((table.height - title.height - 8 * Theme.u) / table.rows.length, 110 * Theme.u)

                Rectangle {
                    width: parent.width
                    height: 2 * Theme.u
                    color: Theme.hairline
                }
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - count.width - 20 * Theme.u
                    size: 31
                    line: 1.15
                    text: row.modelData.label
                    wrapMode: Text.WordWrap
                }
                Txt {
                    id: count

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    display: true
                    tabular: true
                    size: 36
                    text: row.modelData.value
                }
            }
        }
    }
}
