pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S14, after the questions: who answered, by choice. What does not fit goes on further pages, which
// the same button turns that leads on.
KioskScreen {
    id: profile

    property int page: 0
    readonly property real gap: 22 * Theme.u
    readonly property real roof: contentTop + (Theme.tall ? 10 * Theme.u : -12 * Theme.u)
    readonly property real room: contentBottom - roof
    // Where each page begins, and where the last one ends: equal parts if those fit.
    readonly property var pages: {
        const count = facts.groups.length;
        for (let parts = 1; parts < count; ++parts) {
            const size = Math.ceil(count / parts);
            const cuts = [];
            for (let at = 0; at < count; at += size)
                cuts.push(at);
            cuts.push(count);
            if (cuts.every((at, part) => part === cuts.length - 1 || high(at, cuts[part + 1]) <= room))
                return cuts;
        }
        return Array.from({
            "length": count + 1
        }, (_, at) => at);
    }
    readonly property int shown: Math.min(page, pages.length - 2)
    readonly property bool last: shown === pages.length - 2

    // The height of the groups `from` .. `to`.
    function high(from, to) {
        let sum = (to - from - 1) * gap;
        for (let i = from; i < Math.min(to, groups.count); ++i)
            sum += groups.itemAt(i)?.implicitHeight ?? 0;
        return sum;
    }

    name: "S14Profile"
    personal: true
    title: facts.title
    eyebrow: pages.length > 2 ? facts.stepText + " · " + Words.fill(Words.t["list.page"], {
        "n": shown + 1,
        "total": pages.length - 1
    }) : facts.stepText
    titleSize: 60
    titleTop: 172
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    informed: false
    onCurrentChanged: if (!current)
        page = 0

    Column {
        x: profile.margin
        y: profile.roof
        width: parent.width - 2 * x
        spacing: profile.gap

        Repeater {
            id: groups

            model: profile.facts.groups.length

            OptionGroup {
                required property int index

                width: parent.width
                height: implicitHeight
                least: Theme.tall && Theme.textScale === 1 ? 92 : 112
                group: profile.facts.groups[index]
                visible: index >= profile.pages[profile.shown] && index < profile.pages[profile.shown + 1]
                onChose: option => Kiosk.send("profile", group.key + ":" + option)
            }
        }
    }

    Dock {
        gap: 18

        BackButton {
            Layout.preferredWidth: Math.min(iconOnly ? 175 * Theme.u : implicitWidth, 315 * Theme.u)
            inner: profile.shown > 0
            onTurned: profile.page = profile.shown - 1
        }
        EdgeButton {
            objectName: "survey.end"
            Layout.preferredWidth: Math.max(249 * Theme.u, implicitWidth)
            Layout.fillHeight: true
            icon: "x"
            text: Words.t["skm.end"]
            onActivated: Kiosk.send("endSurvey")
        }
        PrimaryButton {
            objectName: "survey.next"
            Layout.fillWidth: true
            Layout.minimumWidth: implicitWidth
            Layout.fillHeight: true
            inset: 40
            text: Words.t["common.next"]
            onActivated: {
                if (profile.last)
                    Kiosk.send("nextPart");
                else
                    profile.page = profile.shown + 1;
            }
        }
    }
}
