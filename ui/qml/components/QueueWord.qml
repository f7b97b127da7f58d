import QtQuick
import Anjungan

// How long the queue is, as dot and words. `queue` is {kind, text}.
Row {
    id: word

    property var queue: ({
            "kind": "n",
            "text": ""
        })
    property real size: 31
    readonly property bool free: queue.kind === "none"
    readonly property bool shut: queue.kind !== "n" && queue.kind !== "none"

    spacing: 10 * Theme.u

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 18 * Theme.u
        height: width
        radius: width / 2
        color: word.free ? Theme.queueFree : Theme.queueBusy
        visible: !word.shut
    }
    Txt {
        anchors.verticalCenter: parent.verticalCenter
        size: word.size
        weight: Font.DemiBold
        color: word.shut ? Theme.ink2 : word.free ? Theme.queueFreeText : Theme.queueText
        text: word.queue.text
    }
}
