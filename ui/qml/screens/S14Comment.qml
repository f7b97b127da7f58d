import QtQuick
import QtQuick.Layouts
import Anjungan

// S14, the end: a few words of the visitor's own, by choice.
KioskScreen {
    id: comment

    // The text as typed: two quick touches must not wait for each other's answer.
    property string typed
    readonly property real edge: (Theme.tall ? 24 : 16) * Theme.u

    function type(text) {
        if (text.length > facts.most)
            return;
        typed = text;
        Kiosk.send("comment", text);
    }

    name: "S14Comment"
    personal: true
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleRest: 316
    informed: false
    onFactsChanged: typed = facts.text

    CommentField {
        id: field

        x: comment.margin
        y: comment.contentTop + (Theme.tall ? 20 * Theme.u : -14 * Theme.u)
        width: parent.width - 2 * x
        height: keyboard.y - comment.edge - y
        text: comment.typed
        placeholder: comment.facts.placeholder
        rest: Words.fill(Words.t["skm.comment.left"], {
            "n": comment.facts.most - comment.typed.length
        })
    }

    KioskKeyboard {
        id: keyboard

        y: comment.dockTop - comment.edge - height
        width: parent.width
        // In the square layout the text needs the height.
        height: Theme.tall ? implicitHeight : Math.max(leastHeight, Math.min(implicitHeight, comment.dockTop - 290 * Theme.u))
        returns: false
        closable: false
        onTyped: letter => comment.type(comment.typed + letter)
        onErased: comment.type(comment.typed.slice(0, -1))
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "survey.send"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "check"
            text: comment.typed === "" ? Words.t["skm.end"] : Words.t["skm.send"]
            onActivated: Kiosk.send("endSurvey")
        }
    }
}
