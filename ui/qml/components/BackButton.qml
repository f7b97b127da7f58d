import QtQuick
import QtQuick.Layouts
import Anjungan

// Back, at the left end of the dock. At the largest text size its arrow stands alone. On a further
// page of a screen (`inner`) it only asks for the page before.
EdgeButton {
    property bool inner: false

    signal turned

    Layout.preferredWidth: (iconOnly ? 175 : 315) * Theme.u
    Layout.fillHeight: true
    objectName: "dock.back"
    text: Words.t["common.back"]
    icon: "arrow-left"
    iconOnly: Theme.textScale >= 1.5
    onActivated: {
        if (inner)
            turned();
        else
            Kiosk.send("back");
    }
}
