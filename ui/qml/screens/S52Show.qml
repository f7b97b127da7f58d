import Anjungan

// S52, first start: a code is held up: any code as a test, or the one that lets this kiosk in at central.
ScanScreen {
    id: show

    name: "S52"
    personal: true
    equipped: false
    helping: false
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    lead: facts.lead
    blindText: facts.blind
    titleRest: 440
    guide: facts.aid

    SetupDock {
        facts: show.facts
    }
}
