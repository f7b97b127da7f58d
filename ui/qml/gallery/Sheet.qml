import QtQuick
import Anjungan

// One page of the gallery; `views` are the sample screens, `dialogs` the sample dialogs.
Column {
    readonly property var views: Kiosk.view.views
    readonly property var dialogs: Kiosk.view.dialogs

    spacing: 64 * Theme.u
}
