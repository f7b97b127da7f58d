pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Digits to type, in the order of a telephone; below them one to take back and one to confirm.
Grid {
    id: pad

    // Whether what was typed may be confirmed.
    property bool ready: false
    property string confirmText: Words.t["common.yes"]
    property real keyWidth: 312 * Theme.u
    property real keyHeight: 136 * Theme.u
    readonly property bool solid: true

    signal typed(string digit)
    signal erased
    signal confirmed

    columns: 3
    spacing: Math.max(18 * Theme.u, 3 * Theme.pxPerMm)

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "confirm"]

        Touchable {
            id: key

            required property string modelData
            readonly property bool digit: modelData.length === 1
            readonly property bool last: modelData === "confirm"
            readonly property color fill: !last ? Theme.surface : enabled ? Theme.primary : Theme.muted

            objectName: "pad." + modelData
            width: Math.max(pad.keyWidth, Theme.minTarget)
            height: Math.max(pad.keyHeight, Theme.minTarget)
            label: digit ? modelData : last ? pad.confirmText : Words.t["kb.delete"]
            ticks: true
            enabled: !last || pad.ready
            onActivated: {
                if (digit)
                    pad.typed(modelData);
                else if (last)
                    pad.confirmed();
                else
                    pad.erased();
            }

            Rectangle {
                anchors.fill: parent
                radius: key.radius
                color: !key.pressed ? key.fill : key.last ? Theme.pressedFill : Theme.pressed
                border.width: key.last && (key.enabled || !Theme.highContrast) ? 0 : Theme.edgeWidth * Theme.u
                border.color: Theme.edge
            }
            Txt {
                anchors.centerIn: parent
                display: true
                tabular: true
                size: 56
                color: Theme.edgeInk
                text: key.digit ? key.modelData : ""
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                name: key.digit ? "" : key.last ? "check" : "backspace"
                size: 64
                bold: true
                color: !key.last ? Theme.onTonal : key.enabled ? Theme.onPrimary : Theme.onMuted
            }
        }
    }
}
