import QtQuick
import Anjungan

// One drawing of mega mendung clouds, `drawing` being its name without "motif-".
Image {
    property string drawing

    visible: Theme.clouds && drawing !== ""
    source: Theme.clouds && drawing !== "" ? Theme.resources + "/motif/motif-" + drawing + Theme.motif + ".svg" : ""
    sourceSize: Qt.size(Math.round(width), Math.round(height))
}
