import QtQuick
import QtQuick.Layouts
import Anjungan

// Back, at the left end of the dock. At the largest text size its arrow stands alone.
EdgeButton {
    Layout.preferredWidth: (iconOnly ? 175 : 315) * Theme.u
    Layout.fillHeight: true
    objectName: "dock.back"
    text: Words.t["common.back"]
    icon: "arrow-left"
    iconOnly: Theme.textScale >= 1.5
    onActivated: Kiosk.send("back")
}
