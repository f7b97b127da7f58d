import QtQuick
import Anjungan

// A soft shadow under `parent`, stretched from a picture drawn at one pixel per design unit.
// The software renderer draws no shader effects, so shadows are pictures.
Item {
    id: shadow

    property string kind: "tile"
    readonly property var shape: ({
            "tile": [26, 88, 16],
            "primary": [30, 96, 14],
            "hero": [50, 148, 34],
            "ticket": [44, 136, 40]
        })[kind]
    readonly property real outset: shape[0]

    anchors.fill: parent
    visible: Theme.shadows
    z: -1

    BorderImage {
        x: -shadow.outset * Theme.u
        y: (shadow.shape[2] - shadow.outset) * Theme.u
        width: shadow.width / Theme.u + 2 * shadow.outset
        height: shadow.height / Theme.u + 2 * shadow.outset
        scale: Theme.u
        transformOrigin: Item.TopLeft
        source: Theme.resources + "/shadows/" + shadow.kind + ".png"
        border {
            left: shadow.shape[1]
            right: shadow.shape[1]
            top: shadow.shape[1]
            bottom: shadow.shape[1]
        }
    }
}
