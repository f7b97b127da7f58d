import QtQuick
import Anjungan

// What went wrong and what to do next, never a bare code. `key` is that of the words; `kind` is
// "wait" for what passes, "fail" for a real failure. Buttons may stand below the text.
Rectangle {
    id: trouble

    property string key
    property string kind: "wait"
    property string title
    property string text
    property bool centred: false
    // The icon beside the words, where height is dear.
    property bool inline: false
    property bool raised: false
    property real titleSize: 40
    property real textSize: 38
    default property alias content: below.data
    readonly property bool fails: kind === "fail"
    readonly property string icon: ({
            "camera": "camera-off",
            "scanner": "qrcode",
            "qr.expired": "clock",
            "qr.notikd": "id-off",
            "qr.used": "repeat",
            "qr.future": "clock",
            "qr.unverified": "user-search",
            "offline.hard": "wifi-off",
            "quota": "users",
            "service.full": "users",
            "closed": "lock",
            "receipt": "receipt",
            "booking.unknown": "zoom-question",
            "booking.day": "calendar",
            "booking.late": "clock",
            "booking.other": "map-pin",
            "booking.done": "circle-check",
            "ticket.unknown": "zoom-question"
        })[key] ?? "alert-triangle"

    implicitHeight: column.implicitHeight + 2 * column.edge + (inline ? 0 : box.height + (centred ? 32 : 20) * Theme.u)
    radius: 48 * Theme.u
    color: Theme.surface
    border.width: Theme.highContrast ? 2 * Theme.u : 0
    border.color: Theme.hairline
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + text

    Shadow {
        kind: "ticket"
        visible: Theme.shadows && trouble.raised
    }
    Rectangle {
        id: box

        x: trouble.centred ? (parent.width - width) / 2 : 36 * Theme.u
        y: trouble.inline ? (parent.height - height) / 2 : column.edge + (parent.height - trouble.implicitHeight) / 2
        width: 96 * Theme.u
        height: width
        radius: 30 * Theme.u
        color: trouble.fails ? Theme.errorBg : Theme.warmTonal

        Icon {
            anchors.centerIn: parent
            size: 62
            name: trouble.icon
            color: trouble.fails ? Theme.error : Theme.warmIcon
        }
    }

    Column {
        id: column

        readonly property real edge: (!trouble.centred ? 32 : Theme.tall ? 64 : 36) * Theme.u

        x: trouble.inline ? box.x + box.width + 32 * Theme.u : (trouble.centred ? 56 : 36) * Theme.u
        y: trouble.inline ? (parent.height - height) / 2 : box.y + box.height + (trouble.centred ? 32 : 20) * Theme.u
        width: parent.width - x - 36 * Theme.u
        spacing: (trouble.centred ? 24 : 10) * Theme.u

        Txt {
            width: parent.width
            display: true
            size: trouble.titleSize
            line: 1.15
            text: trouble.title
            wrapMode: Text.WordWrap
            horizontalAlignment: trouble.centred ? Text.AlignHCenter : Text.AlignLeft
        }
        Txt {
            width: parent.width
            size: trouble.textSize
            line: 1.2
            color: Theme.ink2
            text: trouble.text
            wrapMode: Text.WordWrap
            horizontalAlignment: trouble.centred ? Text.AlignHCenter : Text.AlignLeft
        }
        Column {
            id: below

            width: parent.width
            spacing: 20 * Theme.u
        }
    }
}
