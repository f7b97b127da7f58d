import QtQuick
import QtQuick.Shapes
import Anjungan

// A ring that empties while `seconds` of `total` pass; without a total it turns and waits with you.
Item {
    id: ring

    property real size: 220
    property real seconds: 0
    property real total: 0
    property bool running: visible
    property bool numbered: total > 0 && size >= 84
    property real numberSize: size * 0.4
    property real thickness: size * 0.1
    property color track: Theme.tonal
    property color arc: Theme.primary
    property color ink: Theme.ink
    readonly property bool turns: total <= 0
    readonly property int shown: Math.ceil(rest - 0.05)
    property real rest: 0
    property double end: 0

    function restart() {
        end = Date.now() + seconds * 1000;
        rest = seconds;
    }

    implicitWidth: size * Theme.u
    implicitHeight: implicitWidth
    Accessible.role: Accessible.ProgressBar
    Accessible.name: turns ? "" : Words.fill(Words.t["time.seconds"], {
        "n": shown
    })
    Accessible.ignored: turns
    Component.onCompleted: restart()
    onRunningChanged: restart()
    onSecondsChanged: restart()

    Timer {
        interval: Theme.reduceMotion ? 1000 : 100
        repeat: true
        running: ring.running
        onTriggered: {
            if (ring.turns)
                shape.rotation = (shape.rotation + 24) % 360;
            else
                ring.rest = Math.max(0, (ring.end - Date.now()) / 1000);
        }
    }

    Shape {
        id: shape

        readonly property real middle: width / 2
        readonly property real reach: width / 2 - ring.thickness * Theme.u / 2 - 0.023 * width

        anchors.fill: parent

        ShapePath {
            strokeWidth: ring.thickness * Theme.u
            strokeColor: ring.track
            fillColor: "transparent"

            PathAngleArc {
                centerX: shape.middle
                centerY: shape.middle
                radiusX: shape.reach
                radiusY: shape.reach
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeWidth: ring.thickness * Theme.u
            strokeColor: ring.arc
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"

            PathAngleArc {
                centerX: shape.middle
                centerY: shape.middle
                radiusX: shape.reach
                radiusY: shape.reach
                startAngle: -90
                sweepAngle: ring.turns ? 250 : 360 * Math.min(1, ring.rest / ring.total)
            }
        }
    }

    Txt {
        anchors.centerIn: parent
        display: true
        tabular: true
        size: ring.numberSize
        grow: 1
        weight: Font.ExtraBold
        color: ring.ink
        text: ring.shown
        visible: ring.numbered
        Accessible.ignored: true
    }
}
