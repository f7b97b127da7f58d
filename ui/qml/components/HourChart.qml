pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Numbers by hour or month as bars from zero, or by weekday and hour as a map of darker cells.
Item {
    id: chart

    // {kind, title, text, bars, rows} or null.
    property var shown: null
    // The cell that was touched last: its row and column, or none.
    property point chosen: Qt.point(-1, -1)
    readonly property var cell: heat ? rows[chosen.y]?.cells[chosen.x] ?? null : null
    readonly property bool heat: shown !== null && shown.kind === "heat"
    readonly property var bars: shown ? shown.bars : []
    readonly property var rows: shown ? shown.rows : []
    readonly property bool noted: bars.some(bar => (bar.note ?? "") !== "")
    readonly property real begin: heat ? days.width + 16 * Theme.u : 0
    readonly property real step: bars.length > 0 ? (width - begin) / bars.length : 0
    readonly property real roof: head.height + 14 * Theme.u
    readonly property real foot: height - feet.height * (noted ? 2 : 1)

    onShownChanged: chosen = Qt.point(-1, -1)

    function choose(place, height) {
        const column = Math.floor(place.x / step);
        const row = Math.floor(place.y / (height / rows.length));
        if (rows[row]?.cells[column])
            chosen = Qt.point(column, row);
    }

    Column {
        id: head

        width: parent.width

        Txt {
            width: parent.width
            display: true
            size: 34
            line: 1.2
            text: chart.shown?.title ?? ""
        }
        Txt {
            width: parent.width
            size: 28
            line: 1.2
            objectName: "chart.told"
            weight: chart.cell ? Font.DemiBold : Font.Normal
            color: chart.cell ? Theme.ink : Theme.ink2
            text: chart.cell?.told ?? chart.shown?.text ?? ""
            wrapMode: Text.WordWrap
        }
    }
    Txt {
        id: feet

        size: 28
        text: "00"
        visible: false
    }
    Rectangle {
        y: chart.foot - height
        width: parent.width
        height: 2 * Theme.u
        color: Theme.hairline
        visible: !chart.heat
    }

    Repeater {
        model: chart.bars

        Item {
            id: bar

            required property var modelData
            required property int index
            readonly property real tall: chart.heat ? 0 : (chart.foot - chart.roof) * (modelData.share ?? 0)
            readonly property bool holds: tall > value.implicitHeight + 8 * Theme.u

            x: chart.begin + index * chart.step
            y: chart.roof
            width: chart.step
            height: chart.height - y

            Rectangle {
                x: (parent.width - width) / 2
                y: chart.foot - chart.roof - height
                width: Math.min(parent.width - 8 * Theme.u, 90 * Theme.u)
                height: bar.tall
                topLeftRadius: 10 * Theme.u
                topRightRadius: 10 * Theme.u
                color: Theme.primary
            }
            Txt {
                id: value

                x: (parent.width - width) / 2
                y: chart.foot - chart.roof - (bar.holds ? bar.tall - 4 * Theme.u : bar.tall + height)
                display: true
                tabular: true
                size: 28
                color: bar.holds ? Theme.onPrimary : Theme.ink
                text: chart.heat ? "" : (bar.modelData.times ?? "")
                visible: text !== "" && chart.step > width
            }
            Txt {
                x: (parent.width - width) / 2
                y: chart.foot - chart.roof
                size: 28
                tabular: true
                color: Theme.ink2
                text: bar.modelData.named ? bar.modelData.label : ""
                visible: text !== ""
            }
            Txt {
                x: (parent.width - width) / 2
                y: chart.foot - chart.roof + feet.height
                display: true
                tabular: true
                size: 28
                text: bar.modelData.note ?? ""
                visible: text !== ""
            }
        }
    }

    // Cells are smaller than a finger: it may slide until the words tell the right one.
    Item {
        x: chart.begin
        y: chart.roof
        width: parent.width - x
        height: chart.foot - chart.roof
        visible: chart.heat

        PointHandler {
            onPointChanged: if (active)
                chart.choose(point.position, parent.height)
        }
    }
    Column {
        id: days

        y: chart.roof
        visible: chart.heat

        Repeater {
            model: chart.heat ? chart.rows : []

            Txt {
                required property var modelData

                height: (chart.foot - chart.roof) / chart.rows.length
                size: 28
                text: modelData.label
            }
        }
    }
    Repeater {
        model: chart.heat ? chart.rows : []

        Row {
            id: row

            required property var modelData
            required property int index

            x: chart.begin
            y: chart.roof + index * height
            height: (chart.foot - chart.roof) / chart.rows.length

            Repeater {
                model: row.modelData.cells

                Item {
                    id: cell

                    required property var modelData
                    required property int index
                    readonly property bool dark: modelData.step > 3

                    objectName: "heat." + row.index + "." + index
                    width: chart.step
                    height: row.height
                    Accessible.role: Accessible.Cell
                    Accessible.name: modelData.told

                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: 2 * Theme.u
                        radius: 8 * Theme.u
                        border.width: chart.chosen === Qt.point(cell.index, row.index) ? Theme.edgeWidth * Theme.u : 0
                        border.color: Theme.error
                        color: cell.modelData.step === 0 ? Theme.muted : Qt.tint(Theme.surface, Qt.alpha(Theme.primary, (cell.dark ? 0.7 : 0) + 0.08 * cell.modelData.step - (cell.dark ? 0.18 : 0)))
                    }
                    Txt {
                        anchors.centerIn: parent
                        display: true
                        tabular: true
                        size: 28
                        color: cell.dark ? Theme.onPrimary : Theme.ink
                        text: cell.modelData.times > 0 ? cell.modelData.times : ""
                        visible: text !== "" && implicitWidth < cell.width - 4 * Theme.u && font.pixelSize < cell.height
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
