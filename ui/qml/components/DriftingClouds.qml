pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The tall clouds of the attract screen. Their three back layers drift to and fro, the nearer the
// faster, by whole pixels on a slow timer: smooth enough for clouds, and it costs next to nothing.
Item {
    id: drift

    property bool moving: false
    // How far the nearest moving layer goes, and how long it takes to get there.
    readonly property int reach: 18
    readonly property int stepMs: 60000 / (2 * reach)
    property int place: 0
    property int direction: 1

    Timer {
        interval: drift.stepMs
        repeat: true
        running: drift.moving && drift.visible && Theme.clouds && !Theme.reduceMotion
        onTriggered: {
            if (Math.abs(drift.place + drift.direction) > drift.reach)
                drift.direction = -drift.direction;
            drift.place += drift.direction;
        }
    }

    Repeater {
        model: [["a", 0.4], ["b", 0.7], ["c", 1], ["d", 0]]

        Image {
            required property var modelData
            readonly property real unit: drift.width / 1080

            x: Math.round(-40 * unit) + Math.round(drift.place * modelData[1])
            width: Math.round(1160 * unit)
            height: Math.round(drift.height)
            sourceSize: Qt.size(width, height)
            source: drift.visible && width > 0 ? "image://motif/sky-tall" + Theme.motif + "/" + modelData[0] : ""
        }
    }
}
