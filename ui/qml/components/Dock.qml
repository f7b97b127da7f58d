import QtQuick
import QtQuick.Layouts
import Anjungan

// The row of main actions, at the same place on every screen: back at the left, primary right.
RowLayout {
    property real gap: 24

    x: (Theme.tall ? 48 : 40) * Theme.u
    y: parent.height - height - (Theme.tall ? 172 : 166) * Theme.u
    width: parent.width - 2 * x
    height: Math.max(136 * Theme.u, Theme.minTarget)
    spacing: gap * Theme.u
}
