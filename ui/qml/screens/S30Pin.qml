import QtQuick
import QtQuick.Layouts
import Anjungan

// S30: the technician's PIN. The digits stay here until all are typed; no state holds them. First start
// has it chosen here, with the step it is at.
KioskScreen {
    id: door

    property string typed

    name: "S30"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    lead: facts.text
    eyebrow: facts.stepText ?? ""
    step: facts.step ?? 0
    total: facts.total ?? 4
    clouds: "strip-b"
    cloudsTop: 330
    skyBottom: 586
    titleRest: 400
    onFactsChanged: if (facts.turn !== turn) {
        turn = facts.turn;
        typed = "";
    }
    onCurrentChanged: typed = ""

    property string turn

    Column {
        x: (parent.width - width) / 2
        y: door.contentTop + Math.max(0, (door.dockTop - door.contentTop - height) / 2)
        width: pad.width
        spacing: (Theme.tall ? 44 : 20) * Theme.u

        PinDots {
            anchors.horizontalCenter: parent.horizontalCenter
            length: door.facts.digits
            // A wrong PIN shakes as it was: full.
            count: door.facts.wrong && door.typed === "" ? length : door.typed.length
            wrong: door.facts.wrong && door.typed === ""
        }
        NumPad {
            id: pad

            keyHeight: (Theme.tall ? 136 : 122) * Theme.u
            enabled: door.facts.usable
            opacity: enabled ? 1 : 0.5
            ready: door.typed.length === door.facts.digits
            onTyped: digit => {
                if (door.typed.length < door.facts.digits)
                    door.typed += digit;
            }
            onErased: door.typed = door.typed.slice(0, -1)
            onConfirmed: {
                Kiosk.send("pin", door.typed);
                door.typed = "";
            }
        }
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "setup.next"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: door.facts.next ?? ""
            visible: text !== ""
            onActivated: Kiosk.send("confirm")
        }
    }
}
