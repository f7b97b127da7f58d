import QtQuick
import QtQuick.Layouts
import Anjungan

// S11, the other way: the code of a booking is typed. What is wrong with it takes the label's place.
KioskScreen {
    id: code

    // The text as typed: two quick touches must not wait for each other's answer.
    property string typed
    readonly property real edge: (Theme.tall ? 24 : 18) * Theme.u

    function type(text) {
        if (text.length > facts.length)
            return;
        typed = text;
        Kiosk.send("code", text);
    }

    name: "S11Code"
    personal: true
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleRest: 316
    informed: false
    onFactsChanged: typed = facts.text

    Item {
        x: code.margin
        y: code.contentTop
        width: parent.width - 2 * x
        height: keyboard.y - code.edge - y

        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: (Theme.tall ? 24 : 10) * Theme.u

            Txt {
                x: 8 * Theme.u
                width: parent.width - 2 * x
                size: 38
                line: 1.2
                text: code.facts.label
                wrapMode: Text.WordWrap
                visible: !problem.visible
                Accessible.ignored: true
            }
            StatusBanner {
                id: problem

                width: parent.width
                height: implicitHeight
                kind: "warn"
                icon: "alert-circle"
                // The square layout has no room for more than what is wrong.
                text: Theme.tall || Theme.textScale === 1 ? code.facts.error : code.facts.error.split(". ")[0]
                visible: text !== ""
            }
            CodeField {
                width: parent.width
                height: implicitHeight
                label: code.facts.label
                length: code.facts.length
                text: code.typed.toUpperCase()
                wrong: problem.visible
            }
        }
    }

    KioskKeyboard {
        id: keyboard

        y: code.dockTop - (Theme.tall ? 24 : 16) * Theme.u - height
        width: parent.width
        // In the square layout the field needs the height.
        height: Theme.tall ? implicitHeight : Math.max(leastHeight, Math.min(implicitHeight, code.dockTop - 290 * Theme.u))
        coded: true
        onTyped: letter => code.type(code.typed + letter.toUpperCase())
        onErased: code.type(code.typed.slice(0, -1))
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "code.find"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "search"
            text: Words.t["chk.find"]
            enabled: code.facts.complete
            onActivated: Kiosk.send("findCode")
        }
    }
}
