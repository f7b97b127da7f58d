import QtQuick
import Anjungan

// S51, first start: a name, an address or a code is typed. What is wrong with it takes the label's place.
KioskScreen {
    id: entry

    // The text as typed: two quick touches must not wait for each other's answer.
    property string typed
    readonly property real edge: (Theme.tall ? 24 : 16) * Theme.u

    function type(text) {
        if (text.length > facts.most)
            return;
        typed = text;
        Kiosk.send("setupText", text);
    }

    name: "S51"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleRest: 340
    onFactsChanged: typed = facts.text
    // A keyboard that comes up shows its letters: an address begins with digits.
    onCurrentChanged: if (current)
        Qt.callLater(() => keyboard.digits = facts.digits)

    Item {
        id: upper

        x: entry.margin
        y: entry.contentTop + (Theme.tall ? 20 : -14) * Theme.u
        width: parent.width - 2 * x
        height: keyboard.y - entry.edge - y

        Txt {
            id: label

            x: 8 * Theme.u
            width: parent.width - 2 * x
            size: Theme.tall ? 36 : 32
            line: 1.2
            color: entry.facts.wrong !== "" ? Theme.error : Theme.ink
            text: entry.facts.lead !== "" ? entry.facts.lead : entry.facts.wrong !== "" ? entry.facts.wrong : entry.facts.label
            wrapMode: Text.WordWrap
        }
        CommentField {
            y: label.height + (Theme.tall ? 20 : 10) * Theme.u
            width: parent.width
            height: Math.min(parent.height - y, (entry.facts.long ? 420 : 200) * Theme.u)
            text: entry.typed
            placeholder: ""
            rest: entry.typed.length + " / " + entry.facts.most
        }
    }

    KioskKeyboard {
        id: keyboard

        y: entry.dockTop - entry.edge - height
        width: parent.width
        // In the square layout the text needs the height.
        height: Theme.tall ? implicitHeight : Math.max(leastHeight, Math.min(implicitHeight, entry.dockTop - 290 * Theme.u))
        returns: false
        closable: false
        onTyped: letter => entry.type(entry.typed + letter)
        onErased: entry.type(entry.typed.slice(0, -1))
    }

    SetupDock {
        facts: entry.facts
    }
}
