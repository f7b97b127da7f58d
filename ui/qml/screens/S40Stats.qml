pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S40: what this kiosk's own records tell of a period, page by page.
KioskScreen {
    id: stats

    readonly property real gap: 20 * Theme.u
    readonly property real roof: ranges.y + ranges.height + gap
    readonly property real room: contentBottom - roof
    readonly property bool counted: facts.counted
    property int page: 0
    // Square panels have no room for tiles and chart at once.
    readonly property int further: Theme.tall ? 0 : 1
    readonly property int last: further + (trend ? 3 : 2)
    readonly property bool trend: (facts.trend ?? null) !== null

    name: "S40"
    personal: true
    equipped: false
    informed: false
    eyebrow: facts.eyebrow
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 190
    skyBottom: 440
    titleTop: 170
    titleRest: 300
    onCurrentChanged: page = 0
    onFactsChanged: ranges.current = Math.max(0, facts.periods.findIndex(one => one.id === facts.period))

    Segment {
        id: ranges

        x: stats.margin
        y: stats.contentTop + (Theme.tall ? 16 * Theme.u : 0)
        width: parent.width - 2 * x
        height: implicitHeight
        tabs: stats.facts.periods
        onCurrentChanged: if (stats.current && tabs[current].id !== stats.facts.period)
            Kiosk.send("period", tabs[current].id)
    }
    Txt {
        x: stats.margin
        y: stats.roof + (stats.room - height) / 2
        width: parent.width - 2 * x
        size: 40
        text: stats.facts.told
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
        visible: !stats.counted
    }

    ColumnLayout {
        x: stats.margin
        y: stats.roof
        width: parent.width - 2 * x
        height: stats.room - (takeAlong.visible ? takeAlong.height + stats.gap : 0)
        spacing: stats.gap
        visible: stats.counted && stats.page <= stats.further

        GridLayout {
            visible: stats.page === 0
            Layout.fillWidth: true
            columns: 2
            columnSpacing: stats.gap
            rowSpacing: stats.gap
            uniformCellWidths: true

            Repeater {
                model: stats.facts.tiles ?? []

                FigureTile {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: !Theme.tall
                    label: modelData.label
                    value: modelData.value
                    text: modelData.text
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: stats.page === stats.further

            HourChart {
                anchors.fill: parent
                anchors.margins: 24 * Theme.u
                shown: stats.facts.chart ?? null
            }
        }
    }

    GridLayout {
        x: stats.margin
        y: stats.roof
        width: parent.width - 2 * x
        height: stats.room
        columns: Theme.tall ? 1 : 2
        columnSpacing: stats.gap
        rowSpacing: stats.gap
        uniformCellWidths: true
        visible: stats.counted && stats.page === stats.further + 1

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            WaysRing {
                anchors.fill: parent
                anchors.margins: 28 * Theme.u
                ways: stats.facts.ways ?? null
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            CountList {
                anchors.fill: parent
                anchors.margins: 28 * Theme.u
                list: stats.facts.services ?? null
            }
        }
    }

    Card {
        x: stats.margin
        y: stats.roof
        width: parent.width - 2 * x
        height: stats.room
        visible: stats.counted && stats.trend && stats.page === stats.further + 2

        TrendChart {
            anchors.fill: parent
            anchors.margins: 28 * Theme.u
            trend: stats.facts.trend ?? null
        }
    }
    Card {
        x: stats.margin
        y: stats.roof
        width: parent.width - 2 * x
        height: stats.room - (takeAlong.visible ? takeAlong.height + stats.gap : 0)
        visible: stats.counted && stats.page === stats.last

        ElementChart {
            anchors.fill: parent
            anchors.margins: 28 * Theme.u
            elements: stats.facts.elements ?? null
        }
    }

    RowLayout {
        id: takeAlong

        x: stats.margin
        y: stats.roof + stats.room - height
        width: parent.width - 2 * x
        spacing: 24 * Theme.u
        visible: stats.counted && stats.page === (Theme.tall ? stats.last : 0)

        EdgeButton {
            objectName: "stats.export"
            Layout.preferredWidth: (Theme.tall ? 520 : 540) * Theme.u
            Layout.preferredHeight: Math.max(112 * Theme.u, Theme.minTarget)
            icon: "database"
            text: stats.facts.export ?? ""
            enabled: !(stats.facts.busy ?? false)
            onActivated: Kiosk.send("export")
        }
        Txt {
            Layout.fillWidth: true
            size: 32
            line: 1.2
            color: stats.facts.well ? Theme.ok : Theme.error
            text: stats.facts.exported ?? ""
            wrapMode: Text.WordWrap
        }
    }

    PageNav {
        page: stats.page
        pages: stats.counted ? stats.last + 1 : 1
        onTurned: step => stats.page += step
    }
}
