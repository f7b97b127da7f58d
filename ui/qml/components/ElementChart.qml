pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The nine elements of the survey, each a mean on a track from 1 to 4; a line where grade B begins.
Item {
    id: chart

    // {title, text, note, line, rows} or null.
    property var elements: null
    readonly property var rows: elements ? elements.rows : []
    readonly property real begin: 250 * Theme.u
    readonly property real end: 130 * Theme.u
    readonly property real span: width - begin - end

    Column {
        id: head

        width: parent.width

        Txt {
            width: parent.width
            display: true
            size: 34
            line: 1.2
            text: chart.elements?.title ?? ""
        }
        Txt {
            width: parent.width
            size: 28
            line: 1.2
            color: Theme.ink2
            text: chart.elements ? chart.elements.text + " · " + chart.elements.note : ""
            wrapMode: Text.WordWrap
        }
    }
    Rectangle {
        x: chart.begin + chart.span * (chart.elements?.line ?? 0) - width / 2
        y: head.height + 8 * Theme.u
        width: 4 * Theme.u
        height: parent.height - y
        color: Theme.error
    }
    Column {
        id: lines

        y: head.height + 8 * Theme.u
        width: parent.width

        Repeater {
            model: chart.rows

            Item {
                id: row

                required property var modelData

                width: lines.width
                height: (chart.height - lines.y) / chart.rows.length

                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    width: chart.begin - 16 * Theme.u
                    size: 31
                    text: row.modelData.label
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    x: chart.begin
                    width: chart.span * row.modelData.place
                    height: 12 * Theme.u
                    radius: height / 2
                    color: Theme.tonal
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    x: chart.begin + chart.span * row.modelData.place - width / 2
                    width: 32 * Theme.u
                    height: width
                    radius: width / 2
                    color: row.modelData.low ? Theme.error : Theme.primary
                    visible: row.modelData.place > 0
                }
                Txt {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    display: true
                    tabular: true
                    size: 32
                    color: row.modelData.low ? Theme.error : Theme.ink
                    text: row.modelData.value
                }
            }
        }
    }
}
