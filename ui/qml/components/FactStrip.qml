pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Up to three facts {label, value} side by side; rows under each other when `stacked`.
Card {
    id: strip

    property var facts: []
    property bool stacked: Theme.textScale >= 1.5
    property real valueSize: 43
    // Stacked rows so narrow that the value stands under its label.
    property bool terse: false

    implicitHeight: stacked ? rows.implicitHeight + 24 * Theme.u : columns.implicitHeight

    component Cell: Item {
        property real natural: 0
    }

    Row {
        id: columns

        readonly property real wish: {
            let sum = 0;
            for (let i = 0; i < cells.count; ++i)
                sum += (cells.itemAt(i) as Cell)?.natural ?? 0;
            return Math.max(1, sum);
        }

        width: parent.width
        visible: !strip.stacked

        Repeater {
            id: cells

            model: strip.stacked ? [] : strip.facts

            Cell {
                id: cell

                required property var modelData
                required property int index

                natural: Math.max(label.implicitWidth, value.implicitWidth) + 66 * Theme.u

                width: columns.width * natural / columns.wish
                height: Math.max(166 * Theme.u, pair.implicitHeight + 50 * Theme.u)

                Rectangle {
                    width: 3 * Theme.u
                    height: columns.height
                    color: Theme.hairline
                    visible: cell.index > 0
                }
                Column {
                    id: pair

                    anchors.verticalCenter: parent.verticalCenter
                    anchors.verticalCenterOffset: -4 * Theme.u
                    x: 33 * Theme.u
                    width: parent.width - x - 12 * Theme.u
                    spacing: 6 * Theme.u

                    Txt {
                        id: label

                        width: parent.width
                        size: 31
                        line: 1.15
                        color: Theme.ink2
                        text: cell.modelData.label
                        wrapMode: Text.WordWrap
                    }
                    Txt {
                        id: value

                        width: parent.width
                        display: true
                        tabular: true
                        size: strip.valueSize
                        line: 1.1
                        text: cell.modelData.value
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }

    Column {
        id: rows

        x: (strip.terse ? 24 : 40) * Theme.u
        y: 12 * Theme.u
        width: parent.width - 2 * x
        visible: strip.stacked

        Repeater {
            model: strip.stacked ? strip.facts : []

            Item {
                id: line

                required property var modelData
                required property int index

                width: rows.width
                height: strip.terse ? name.implicitHeight + amount.implicitHeight + 34 * Theme.u : Math.max((Theme.tall ? 110 : 96) * Theme.u, name.implicitHeight + 36 * Theme.u)

                Rectangle {
                    width: parent.width
                    height: 2 * Theme.u
                    color: Theme.hairline
                    visible: line.index > 0
                }
                Txt {
                    id: name

                    y: strip.terse ? 15 * Theme.u : (parent.height - height) / 2
                    width: strip.terse ? parent.width : parent.width - amount.width - 16 * Theme.u
                    size: 31
                    line: 1.15
                    color: Theme.ink2
                    text: line.modelData.label
                    wrapMode: Text.WordWrap
                }
                Txt {
                    id: amount

                    x: strip.terse ? 0 : parent.width - width
                    y: strip.terse ? name.y + name.height + 2 * Theme.u : (parent.height - height) / 2
                    display: true
                    tabular: true
                    size: strip.valueSize
                    text: line.modelData.value
                }
            }
        }
    }
}
