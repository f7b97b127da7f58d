pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Anjungan

// The score of the survey month by month, before the bands of its grades, which have their words.
Item {
    id: chart

    // {title, text, bands, points} or null.
    property var trend: null
    readonly property var bands: trend ? trend.bands : []
    readonly property var points: trend ? trend.points : []
    readonly property var dots: points.map((point, index) => ({
                "place": point.place,
                "at": Qt.point((index + 0.5) * step, (1 - point.place) * field.height)
            })).filter(dot => dot.place >= 0)
    // Bands too low for two lines have name and bound in one.
    readonly property bool low: field.height * bands.reduce((least, band) => Math.min(least, band.to - band.from), 1) < 2.6 * feet.height
    readonly property real begin: Math.min((low ? 500 : 330) * Theme.u, width * 0.5)
    readonly property real step: points.length > 0 ? field.width / points.length : 0

    Column {
        id: head

        width: parent.width

        Txt {
            width: parent.width
            display: true
            size: 34
            line: 1.2
            text: chart.trend?.title ?? ""
        }
        Txt {
            width: parent.width
            size: 28
            line: 1.2
            color: Theme.ink2
            text: chart.trend?.text ?? ""
            wrapMode: Text.WordWrap
        }
    }
    Repeater {
        model: chart.bands

        Item {
            id: band

            required property var modelData
            required property int index

            y: field.y + (1 - modelData.to) * field.height
            width: chart.width
            height: (modelData.to - modelData.from) * field.height

            Rectangle {
                anchors.fill: parent
                color: band.index % 2 === 0 ? Theme.tonal : Theme.surface
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 2 * Theme.u
                color: Theme.hairline
            }
            Grid {
                x: 12 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                columns: chart.low ? 2 : 1
                columnSpacing: 16 * Theme.u

                Txt {
                    display: true
                    size: 28
                    line: 1.15
                    color: band.index % 2 === 0 ? Theme.onTonal : Theme.ink
                    text: band.modelData.label
                }
                Txt {
                    size: 28
                    line: 1.15
                    tabular: true
                    color: band.index % 2 === 0 ? Theme.onTonal : Theme.ink2
                    text: band.modelData.text
                }
            }
        }
    }
    Item {
        id: field

        x: chart.begin
        y: head.height + 20 * Theme.u
        width: parent.width - x
        height: parent.height - y - feet.height - 8 * Theme.u

        Shape {
            anchors.fill: parent
            visible: chart.dots.length > 1

            ShapePath {
                strokeColor: Theme.primary
                strokeWidth: 5 * Theme.u
                fillColor: "transparent"

                PathPolyline {
                    path: chart.dots.map(dot => dot.at)
                }
            }
        }
        Repeater {
            model: chart.points

            Item {
                id: point

                required property var modelData
                required property int index

                x: index * chart.step
                width: chart.step
                height: field.height
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.told
                Accessible.ignored: modelData.told === ""

                Rectangle {
                    id: dot

                    x: (parent.width - width) / 2
                    y: (1 - point.modelData.place) * field.height - height / 2
                    width: 32 * Theme.u
                    height: width
                    radius: width / 2
                    color: Theme.primary
                    border.width: 3 * Theme.u
                    border.color: Theme.surface
                    visible: point.modelData.place >= 0
                }
                // Apart from the line as far as can be, and on a ground of its own where it cannot.
                Rectangle {
                    anchors.fill: value
                    anchors.margins: -4 * Theme.u
                    radius: 10 * Theme.u
                    color: Theme.surface
                    visible: value.text !== ""
                }
                Txt {
                    id: value

                    readonly property bool under: chart.points.some((other, at) => Math.abs(at - point.index) === 1 && other.place > point.modelData.place) || dot.y < height

                    x: (parent.width - width) / 2
                    y: dot.y + (under ? dot.height + 4 * Theme.u : -height - 4 * Theme.u)
                    display: true
                    tabular: true
                    size: 32
                    text: point.modelData.value
                    Accessible.ignored: true
                }
                Txt {
                    x: (parent.width - width) / 2
                    y: field.height + 8 * Theme.u
                    size: 28
                    color: Theme.ink2
                    text: point.modelData.label
                }
            }
        }
    }
    Txt {
        id: feet

        size: 28
        text: "00"
        visible: false
    }
}
