import QtQuick
import Anjungan

// An outline icon by its Tabler name, drawn in `color` at `size` design units.
Image {
    property string name
    property color color: Theme.onTonal
    property real size: 54
    // Heavier lines, for the few icons that carry a call.
    property bool bold: false
    readonly property int px: Math.round(size * Theme.u)

    width: px
    height: px
    sourceSize: Qt.size(px, px)
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(-6) + (bold ? "/2.4" : "")
}
