pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// D2: each language by its own name, on a sheet above the toolbar.
KioskDialog {
    id: dialog

    sheet: true
    titleSize: 54
    title: Words.t["lang.title"]

    Grid {
        id: grid

        width: parent.width
        columns: Theme.tall ? 1 : 2
        spacing: 20 * Theme.u

        Repeater {
            model: Kiosk.shell.dialog ? Kiosk.shell.dialog.languages : []

            ListRow {
                id: row

                required property var modelData

                objectName: "language." + modelData.id
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.max(136 * Theme.u, implicitHeight)
                role: Accessible.RadioButton
                name: modelData.name
                sign: modelData.current ? "check" : ""
                checked: modelData.current
                onActivated: Kiosk.send("language", row.modelData.id)
            }
        }
    }
    EdgeButton {
        objectName: "dialog.close"
        width: parent.width
        height: implicitHeight
        icon: "x"
        text: Words.t["common.close"]
        onActivated: Kiosk.send("closeDialog")
    }
}
