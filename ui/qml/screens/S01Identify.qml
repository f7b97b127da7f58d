import QtQuick.Layouts
import Anjungan

// S01: show the identity code to the camera, or go on without it.
ScanScreen {
    id: identify

    name: "S01"
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    guide: facts.steps
    numbered: true
    stressed: "IKD"

    Dock {
        BackButton {}
        EdgeButton {
            objectName: "scan.without"
            Layout.fillWidth: true
            Layout.fillHeight: true
            strong: true
            icon: "arrow-right"
            text: Words.t["scan.without"]
            onActivated: Kiosk.send("without")
        }
    }
}
