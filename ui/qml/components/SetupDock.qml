import QtQuick
import QtQuick.Layouts
import Anjungan

// Where first start goes from a page: back, something else to do there, later, or on. `facts` are those of
// the screen: {back, act: {deed, icon, label} or null, skip, next, busy}; an empty word has no button.
Dock {
    id: dock

    property var facts: ({})
    // Three buttons leave no room for icons.
    readonly property bool acts: (dock.facts.act ?? null) !== null
    readonly property bool full: acts && (dock.facts.skip !== "" || dock.facts.next !== "")

    BackButton {
        iconOnly: Theme.textScale >= 1.5 || dock.full
        visible: dock.facts.back === true
    }
    EdgeButton {
        objectName: "setup.act"
        Layout.fillWidth: true
        Layout.fillHeight: true
        icon: dock.facts.act?.icon ?? ""
        text: dock.facts.act?.label ?? ""
        visible: dock.acts
        onActivated: Kiosk.send("setupDo", dock.facts.act.deed)
    }
    EdgeButton {
        objectName: "setup.skip"
        Layout.fillWidth: true
        Layout.fillHeight: true
        icon: "arrow-right"
        text: dock.facts.skip
        visible: dock.facts.skip !== ""
        onActivated: Kiosk.send("skip")
    }
    PrimaryButton {
        objectName: "setup.next"
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: dock.facts.next
        enabled: !dock.facts.busy
        visible: dock.facts.next !== ""
        onActivated: Kiosk.send("confirm")
    }
}
