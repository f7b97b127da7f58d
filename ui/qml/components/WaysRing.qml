pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Anjungan

// How numbers were taken: a ring of three parts with the total inside, and its words beside or below.
Item {
    id: ring

    // {title, total, parts} or null.
    property var ways: null
    readonly property var parts: ways ? ways.parts : []
    readonly property var colours: [Theme.primary, Theme.edge, Theme.warmIcon]
    readonly property bool wide: width > 1.4 * (height - title.height)
    readonly property real side: wide ? Math.min(height - title.height - 16 * Theme.u, width * 0.45) : Math.min(width * 0.8, height - title.height - legend.height - 48 * Theme.u)
    readonly property real thickness: side * 0.17

    // Where a part begins, in degrees.
    function begin(index) {
        return parts.slice(0, index).reduce((sum, part) => sum + part.share * 360, -90);
    }

    Txt {
        id: title

        width: parent.width
        display: true
        size: 34
        line: 1.2
        text: ring.ways?.title ?? ""
        wrapMode: Text.WordWrap
    }
    Item {
        id: disc

        x: ring.wide ? 0 : (parent.width - width) / 2
        y: title.height + 16 * Theme.u + (ring.wide ? (parent.height - title.height - 16 * Theme.u - height) / 2 : 0)
        width: ring.side
        height: width

        Repeater {
            model: ring.parts

            Shape {
                id: part

                required property var modelData
                required property int index

                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: ring.colours[part.index]
                    strokeWidth: ring.thickness
                    fillColor: "transparent"
                    capStyle: ShapePath.FlatCap

                    PathAngleArc {
                        centerX: disc.width / 2
                        centerY: disc.height / 2
                        radiusX: (disc.width - ring.thickness) / 2
                        radiusY: radiusX
                        startAngle: ring.begin(part.index)
                        sweepAngle: part.modelData.share * 360
                    }
                }
            }
        }
        Txt {
            anchors.centerIn: parent
            display: true
            tabular: true
            size: 56
            text: ring.ways?.total ?? ""
        }
    }
    Column {
        id: legend

        x: ring.wide ? disc.width + 40 * Theme.u : 0
        y: ring.wide ? disc.y + (disc.height - height) / 2 : disc.y + disc.height + 24 * Theme.u
        width: parent.width - x
        spacing: 12 * Theme.u

        Repeater {
            model: ring.parts

            Item {
                id: entry

                required property var modelData
                required property int index

                width: legend.width
                height: Math.max(name.implicitHeight, share.implicitHeight)

                Rectangle {
                    id: patch

                    anchors.verticalCenter: parent.verticalCenter
                    width: 32 * Theme.u
                    height: width
                    radius: 10 * Theme.u
                    color: ring.colours[entry.index]
                }
                Txt {
                    id: name

                    anchors.verticalCenter: parent.verticalCenter
                    x: patch.width + 18 * Theme.u
                    width: parent.width - x - share.width - 12 * Theme.u
                    size: 31
                    line: 1.15
                    text: entry.modelData.label
                    wrapMode: Text.WordWrap
                }
                Txt {
                    id: share

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    display: true
                    tabular: true
                    size: 34
                    text: entry.modelData.value
                }
            }
        }
    }
}
