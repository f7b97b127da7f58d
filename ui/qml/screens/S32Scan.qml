import QtQuick.Layouts
import Anjungan

// S32: a code is held up to see whether the camera reads it. What it says is shown to nobody.
ScanScreen {
    id: scan

    name: "S32"
    personal: true
    equipped: false
    helping: false
    lead: facts.lead
    blindText: facts.blind
    titleRest: 430
    guide: facts.aid

    Dock {
        BackButton {}
    }
}
