pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S07, one service: how long it takes, where, what to bring, and the number.
// In the square layout the facts stand in the sky. What does not fit is paged: first within the
// list, and at large text over the whole content.
KioskScreen {
    id: detail

    readonly property real gap: (Theme.tall && Theme.textScale === 1 ? 20 : 17) * Theme.u
    readonly property var needs: (facts.noIkd ? [
            {
                "icon": "id",
                "text": Words.t["det.noikd"]
            }
        ] : []).concat(facts.requirements)
    // Heights of the parts, to decide what fits.
    readonly property real room: contentBottom - contentTop - (Theme.tall ? 32 : 0) * Theme.u
    readonly property bool skyHasFacts: !Theme.tall && !(Theme.skyBeside && Theme.skyWidth < 600 * Theme.u && Theme.textScale > 1) && !(Theme.textScale >= 1.5 && Kiosk.shell.banner)
    // A refusal stands where the facts would: it is what matters now, and never on a later page.
    readonly property bool refused: !!facts.blocked
    readonly property real factsHeight: (refused ? refusal.implicitHeight : skyHasFacts ? -12 * Theme.u : strip.implicitHeight) + 12 * Theme.u
    readonly property real turnHeight: Math.max(80 * Theme.u, Theme.minTarget)
    readonly property real headHeight: Math.max((Theme.tall ? 86 : 76) * Theme.u * (Theme.textScale >= 1.5 ? 1.2 : 1), needs.length > 3 ? turnHeight + 12 * Theme.u : 0)
    readonly property real tailHeight: tail.implicitHeight + gap
    readonly property real moreHeight: Math.max(122 * Theme.u, Theme.minTarget) + gap
    readonly property real listRoom: room - factsHeight - headHeight - tailHeight
    readonly property bool whole: fitting(0, listRoom) >= Math.min(needs.length, 3)
    // What each page shows: the facts, the requirements `from` .. `to`, the rest.
    readonly property var plan: {
        const found = [];
        let at = 0;
        if (whole) {
            do {
                const count = Math.max(1, fitting(at, listRoom));
                found.push(sheetOf(true, at, Math.min(at + count, needs.length), true));
                at += count;
            } while (at < needs.length)
            return found;
        }
        const space = room - headHeight - moreHeight;
        let facts = factsHeight > 0;
        if (facts && fitting(0, space - factsHeight) === 0) {
            found.push(sheetOf(true, 0, 0, false));
            facts = false;
        }
        while (at < needs.length) {
            const count = Math.max(1, fitting(at, space - (facts ? factsHeight : 0)));
            found.push(sheetOf(facts, at, at + count, false));
            facts = false;
            at += count;
        }
        const last = found[found.length - 1];
        if (!last.facts && fitting(last.from, space - tailHeight) >= last.to - last.from)
            last.tail = true;
        else
            found.push(sheetOf(false, 0, 0, true));
        return found;
    }
    property int shownPage: 0
    readonly property int page: Math.min(shownPage, plan.length - 1)
    readonly property var sheet: plan[page]
    readonly property bool listed: sheet.to > sheet.from || (needs.length === 0 && sheet.tail)

    function sheetOf(facts, from, to, tail) {
        return {
            "facts": facts,
            "from": from,
            "to": to,
            "tail": tail
        };
    }

    // How many requirements from `from` on fit into `space`; never more than four.
    function fitting(from, space) {
        let used = 12 * Theme.u;
        let count = 0;
        while (count < 4 && from + count < ruler.heights.length) {
            used += ruler.heights[from + count];
            if (used > space)
                break;
            ++count;
        }
        return count;
    }

    name: "S07"
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-a"
    cloudsTop: 250
    skyBottom: 516
    skyExtra: skyHasFacts ? skyFacts : null
    onFactsChanged: shownPage = 0

    Component {
        id: skyFacts

        FactStrip {
            facts: detail.facts.facts
            stacked: width < 900 * Theme.u || Theme.textScale >= 1.5
            terse: width < 500 * Theme.u
            valueSize: terse ? 36 : 43
        }
    }

    // Measures every requirement; only some are shown.
    ReqList {
        id: ruler

        x: detail.margin
        width: parent.width - 2 * x
        items: detail.needs
        visible: false
    }

    // Parts of other pages stay laid out, unseen: their heights decide what fits.
    Item {
        x: detail.margin
        y: detail.contentTop + (Theme.tall ? 32 * Theme.u : 0)
        width: parent.width - 2 * x

        FactStrip {
            id: strip

            readonly property bool shown: !detail.skyHasFacts && !detail.refused && detail.sheet.facts

            width: parent.width
            height: implicitHeight
            facts: detail.facts.facts
            stacked: Theme.textScale >= 1.5 || !Theme.tall
            visible: shown
        }
        NoticeCard {
            id: refusal

            width: parent.width
            height: implicitHeight
            icon: "clock-pause"
            title: detail.refused ? detail.facts.blocked.title : ""
            text: detail.refused ? detail.facts.blocked.text : ""
            visible: detail.refused && detail.sheet.facts
        }
        Item {
            id: head

            y: detail.sheet.facts ? detail.factsHeight : 0
            width: parent.width
            height: detail.headHeight
            visible: detail.listed

            Txt {
                x: 8 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: 4 * Theme.u
                display: true
                size: 40
                text: Words.t["det.req"]
            }
            EdgeButton {
                objectName: "detail.more"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: implicitWidth
                height: detail.turnHeight
                radius: 28 * Theme.u
                labelSize: 34
                iconSize: 46
                icon: detail.page < detail.plan.length - 1 ? "arrow-down" : "arrow-up"
                text: detail.page < detail.plan.length - 1 ? Words.t["det.more"] : Words.t["list.up"]
                visible: detail.whole && detail.plan.length > 1
                onActivated: detail.shownPage = (detail.page + 1) % detail.plan.length
            }
        }
        ReqList {
            id: list

            y: head.y + head.height
            width: parent.width
            height: implicitHeight
            items: detail.needs.slice(detail.sheet.from, detail.sheet.to)
            visible: detail.listed && detail.needs.length > 0
        }
        Card {
            id: none

            y: list.y
            width: parent.width
            height: nothing.implicitHeight + 60 * Theme.u
            visible: detail.needs.length === 0

            Txt {
                id: nothing

                x: 36 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                size: 39
                line: 1.15
                text: Words.t["det.req.none"]
                wrapMode: Text.WordWrap
            }
        }
        Column {
            id: tail

            y: !detail.listed ? 0 : list.y + (none.visible ? none.height : list.height) + detail.gap
            width: parent.width
            spacing: detail.gap
            visible: detail.sheet.tail
            enabled: detail.sheet.tail

            RowLayout {
                width: parent.width
                spacing: 16 * Theme.u

                Chip {
                    Layout.fillWidth: true
                    Layout.minimumWidth: Math.min(implicitWidth, 200 * Theme.u * Theme.textScale)
                    Layout.maximumWidth: implicitWidth
                    Layout.fillHeight: true
                    icon: "cash"
                    text: detail.facts.fee
                    visible: text !== ""
                }
                Chip {
                    Layout.fillWidth: true
                    Layout.minimumWidth: Math.min(implicitWidth, 180 * Theme.u * Theme.textScale)
                    Layout.maximumWidth: implicitWidth
                    Layout.fillHeight: true
                    icon: "hourglass"
                    text: detail.facts.duration
                    visible: text !== ""
                }
                EdgeButton {
                    objectName: "detail.save"
                    Layout.fillWidth: true
                    Layout.minimumWidth: Math.min(implicitWidth, 220 * Theme.u * Theme.textScale)
                    Layout.preferredHeight: Math.max(112 * Theme.u, Theme.minTarget)
                    Layout.fillHeight: true
                    radius: 32 * Theme.u
                    plainFont: true
                    labelSize: 34
                    iconSize: 52
                    icon: "qrcode"
                    text: Words.t["det.save"]
                    onActivated: Kiosk.send("saveToPhone")
                }
            }
            PriorityRow {
                objectName: "detail.priority"
                width: parent.width
                height: implicitHeight
                checked: detail.facts.priority
                visible: !detail.refused && !detail.facts.have
                onActivated: Kiosk.send("priority")
            }
            NoticeCard {
                width: parent.width
                height: implicitHeight
                icon: "ticket"
                title: detail.facts.have ? detail.facts.have.text : ""
                visible: title !== "" && !detail.refused
            }
        }
    }

    EdgeButton {
        objectName: "detail.more"
        x: detail.margin
        y: detail.contentBottom - height
        width: parent.width - 2 * x
        height: detail.moreHeight - detail.gap
        icon: detail.page < detail.plan.length - 1 ? "arrow-down" : "arrow-up"
        text: detail.page < detail.plan.length - 1 ? Words.t["det.more"] : Words.t["list.up"]
        visible: !detail.whole
        onActivated: detail.shownPage = (detail.page + 1) % detail.plan.length
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "detail.take"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "ticket"
            text: detail.facts.have ? Words.t["det.have.show"] : Words.t["det.take"]
            visible: !detail.refused
            onActivated: Kiosk.send("confirm")
        }
        EdgeButton {
            objectName: "detail.other"
            Layout.fillWidth: true
            Layout.fillHeight: true
            strong: true
            icon: "arrow-right"
            text: Words.t["done.more"]
            visible: detail.refused
            onActivated: Kiosk.send("more")
        }
    }
}
