import QtQuick
import Anjungan

// One drawing of mega mendung clouds, `drawing` being its name without "motif-".
Image {
    property string drawing

    visible: Theme.clouds && drawing !== ""
    source: visible && width > 0 ? "image://motif/" + drawing + Theme.motif : ""
    sourceSize: Qt.size(Math.round(width), Math.round(height))
}
