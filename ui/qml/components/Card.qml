import QtQuick
import Anjungan

// A surface for information: no edge, since a frame means "touch me".
Rectangle {
    radius: 38 * Theme.u
    color: Theme.surface
    border.width: Theme.highContrast ? 2 * Theme.u : 0
    border.color: Theme.hairline

    Shadow {}
}
