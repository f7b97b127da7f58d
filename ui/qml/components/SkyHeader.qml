pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The sky: place, clock, step, title and clouds. In the tall layout it is the upper part of the
// screen; in the square one it fills everything beside or above the panel.
Item {
    id: sky

    // The screen whose title and clouds are shown.
    property KioskScreen page: null
    property string place
    property string tenant
    property string clock
    property string date
    // {kind, icon, text} or null.
    property var banner: null
    // Where staff may ask to be let in.
    property bool doored: false

    readonly property bool narrow: !Theme.tall && width < 600 * Theme.u
    readonly property bool attract: page ? page.attract : false
    readonly property bool spread: page !== null && page.celestial
    // How far the painted sky goes.
    readonly property real reachX: spread && !Theme.tall ? Theme.panelX + Theme.panelWidth : width
    readonly property real reachY: !spread || Theme.tall ? ground : Theme.panelY + Theme.panelHeight
    readonly property real margin: (!narrow ? 56 : Theme.textScale >= 1.5 ? 18 : 40) * Theme.u
    readonly property real start: Theme.tall ? Theme.panelX + margin : margin
    readonly property real span: (Theme.tall ? Theme.panelWidth : width) - 2 * margin
    // Where a one-line title ends at normal text size: what goes beyond moves the content down.
    readonly property real restLine: (page ? page.titleRest : 0) * Theme.u
    readonly property real peak: page ? (page.cloudsTop + 8) * Theme.u : 0
    readonly property bool meetsCloud: page !== null && page.clouds.startsWith("strip") && title.contentWidth > 820 * Theme.u
    readonly property real growth: {
        if (!Theme.tall || !page)
            return 0;
        const low = words.y + words.height;
        let over = Math.max(0, low - restLine);
        if (over > 0 && title.contentWidth > 720 * Theme.u)
            over += 26 * Theme.u;
        if (meetsCloud && Theme.clouds)
            over = Math.max(over, low + 24 * Theme.u - peak);
        const told = notice.visible ? notice.y + notice.height + 16 * Theme.u : 0;
        return Math.round(Math.max(over, told - page.skyBottom * Theme.u));
    }
    // A square sky whose words leave too little height for the tall clouds.
    readonly property real reach: extra.active && page.extraWide ? span : title.contentWidth
    readonly property bool low: !Theme.tall && (spread ? Theme.skyBeside : !narrow && words.y + words.height + 24 * Theme.u > height - (reach < 700 * Theme.u ? 395 : 473) * Theme.u)
    readonly property real ground: Theme.tall && page ? page.skyBottom * Theme.u + growth : height

    Rectangle {
        width: sky.reachX
        height: sky.reachY
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Theme.sky0
            }
            GradientStop {
                position: 0.55
                color: Theme.sky1
            }
            GradientStop {
                position: 1
                color: Theme.sky2
            }
        }
    }

    Item {
        width: sky.reachX
        height: sky.reachY
        clip: true

        // Below the clouds the ground begins; in a high square sky that is above the lower edge.
        Rectangle {
            y: tallClouds.y + tallClouds.height - 1
            width: parent.width
            height: parent.height
            color: Theme.ground
            visible: !Theme.tall && Theme.clouds && !sky.low
        }
        Rectangle {
            y: strip.y + strip.height - 1
            width: parent.width
            height: parent.height
            color: Theme.ground
            visible: strip.visible && sky.spread
        }
        Clouds {
            id: tallClouds

            readonly property real side: (sky.narrow ? 911 : 1080) * Theme.u
            readonly property bool wanted: !Theme.tall ? !sky.low : sky.page !== null && !sky.page.clouds.startsWith("strip")

            x: (parent.width - width) / 2
            y: {
                if (Theme.tall)
                    return sky.page ? sky.page.cloudsTop * Theme.u + sky.growth : 0;
                if (sky.spread)
                    return sky.reachY - 1158 * Theme.u;
                if (sky.narrow)
                    return Math.max(words.y + words.height - 505 * Theme.u, -42 * Theme.u);
                return sky.height - 1018 * Theme.u;
            }
            width: Math.max(side, parent.width)
            height: width
            // Asked of the page itself: what follows from it may still be that of the page before,
            // and clouds are dear to draw.
            drawing: {
                if (sky.page === null || (sky.page.attract && Theme.clouds))
                    return "";
                if (!Theme.tall)
                    return sky.low ? "" : "sky-tall";
                return sky.page.clouds.startsWith("strip") ? "" : sky.page.clouds;
            }
        }
        DriftingClouds {
            id: drifting

            x: tallClouds.x
            y: tallClouds.y
            width: tallClouds.width
            height: tallClouds.height
            moving: sky.attract
            visible: sky.attract && tallClouds.wanted && Theme.clouds
        }
        Clouds {
            id: strip

            readonly property bool wanted: Theme.tall ? sky.page !== null && sky.page.clouds.startsWith("strip") : sky.low

            y: !Theme.tall ? parent.height - height * 0.853 - (sky.spread ? 140 * Theme.u : 0) : sky.page ? sky.page.cloudsTop * Theme.u + sky.growth : 0
            width: parent.width
            height: width * 300 / 1080
            drawing: {
                if (sky.page === null || !Theme.tall)
                    return wanted ? "strip-b" : "";
                return sky.page.clouds.startsWith("strip") ? sky.page.clouds : "";
            }
        }
    }

    // Without clouds a line says where the sky ends.
    Rectangle {
        y: (Theme.tall ? sky.ground - 30 * Theme.u : parent.height) - height
        width: parent.width
        height: 4 * Theme.u
        color: Theme.barLine
        visible: !Theme.clouds && !Theme.skyBeside && !sky.spread
    }
    Rectangle {
        x: parent.width - width
        width: 4 * Theme.u
        height: parent.height
        color: Theme.barLine
        visible: !Theme.clouds && Theme.skyBeside && !sky.spread
    }

    Image {
        id: mark

        x: Theme.skyBeside && !sky.narrow ? 48 * Theme.u : sky.start
        y: 50 * Theme.u
        width: (sky.narrow ? 90 : 76) * Theme.u
        height: width
        sourceSize: Qt.size(Math.round(width), Math.round(width))
        source: Theme.resources + "/motif/mark.svg"
    }
    Column {
        id: named

        anchors.verticalCenter: mark.verticalCenter
        x: mark.x + mark.width + 22 * Theme.u
        visible: !sky.narrow

        Txt {
            display: true
            size: 34
            grow: 1
            line: 1.15
            color: Theme.onSky
            text: sky.place
        }
        Txt {
            size: 30
            grow: 1
            line: 1.15
            least: Theme.captionFloor
            color: Theme.onSky2
            text: sky.tenant
        }
    }
    Column {
        id: timed

        anchors.verticalCenter: mark.verticalCenter
        anchors.verticalCenterOffset: -3 * Theme.u
        x: (sky.spread ? sky.reachX - sky.margin : Theme.skyBeside && !sky.narrow ? sky.width - 52 * Theme.u : sky.start + sky.span) - width

        Txt {
            anchors.right: parent.right
            display: true
            size: 46
            grow: 1
            tabular: true
            color: Theme.onSky
            text: sky.clock
        }
        Txt {
            anchors.right: parent.right
            size: 30
            grow: 1
            line: 1.15
            least: Theme.captionFloor
            color: Theme.onSky2
            text: sky.date
            visible: !sky.narrow
        }
    }

    StaffDoor {
        place: Qt.rect(mark.x, mark.y, sky.narrow ? mark.width : mark.width + named.width + 22 * Theme.u, mark.height)
        clock: Qt.rect(timed.x, timed.y, timed.width, timed.height)
        enabled: sky.doored
    }

    StepBar {
        id: steps

        x: sky.start
        y: (Theme.tall ? 172 : sky.narrow ? 166 : 190) * Theme.u
        width: sky.span
        step: sky.page ? sky.page.step : 0
        total: sky.page ? sky.page.total : 4
        visible: step > 0
    }

    Column {
        id: words

        x: sky.start
        y: {
            if (steps.visible)
                return steps.y + steps.height + (Theme.tall ? 20 : sky.narrow ? 14 : 24) * Theme.u;
            return (sky.page ? sky.page.titleTop : 190) * Theme.u;
        }
        width: sky.span
        spacing: 0

        Txt {
            width: parent.width
            size: Theme.tall || sky.narrow ? 32 : 36
            line: 1.2
            color: Theme.onSky2
            text: sky.page ? sky.page.eyebrow : ""
            wrapMode: Text.WordWrap
            // In a narrow sky large words leave room for what happens now or for this.
            visible: text !== "" && !(sky.narrow && Theme.textScale > 1 && notice.visible)
        }
        Txt {
            id: title

            // A long word never leaves a narrow sky: the title shrinks to it.
            readonly property real wanted: {
                if (!sky.page)
                    return 66;
                if (sky.attract)
                    return Theme.tall ? 128 : sky.narrow ? 66 : 112;
                if (Theme.tall)
                    return sky.page.titleSize;
                return !sky.narrow ? Math.max(84, 66 * Theme.displayScale) : extra.active ? 54 : 66;
            }

            // The attract title is set in lines of about equal length.
            width: sky.attract ? Math.min(parent.width, whole.advanceWidth * size / 100 * 0.64) : parent.width
            display: true
            grow: sky.attract || !Theme.tall ? 1 : Theme.displayScale
            size: wanted * Math.min(1, 0.985 * sky.span / Math.max(1, longest.advanceWidth * grow * wanted / 100))
            weight: Font.ExtraBold
            line: sky.attract ? 1.04 : 1.08
            color: Theme.onSky
            text: sky.page ? unbroken(sky.page.title) : ""
            // In the narrowest sky the largest text may have to break the longest words.
            wrapMode: Text.Wrap
            horizontalAlignment: sky.page && sky.page.centred ? Text.AlignHCenter : Text.AlignLeft
            Accessible.role: Accessible.Heading

            TextMetrics {
                id: whole

                font: longest.font
                text: title.text
            }
            TextMetrics {
                id: longest

                font.family: Theme.display
                font.weight: Font.ExtraBold
                font.pixelSize: Math.round(100 * Theme.u)
                text: title.text.split(/\s/).reduce((a, b) => b.length > a.length ? b : a, "")
            }
        }
        Txt {
            width: parent.width
            size: 38
            line: 1.25
            color: Theme.onSky2
            text: sky.page ? sky.page.lead : ""
            wrapMode: Text.Wrap
            horizontalAlignment: sky.page && sky.page.centred ? Text.AlignHCenter : Text.AlignLeft
            visible: text !== ""
        }
        Item {
            width: 1
            height: 16 * Theme.u
            visible: extra.active
        }
        Loader {
            id: extra

            width: parent.width
            // Once empty it keeps the height of what it showed: hidden, it takes no room.
            visible: active
            active: sky.page !== null && sky.page.skyExtra !== null
            sourceComponent: sky.page ? sky.page.skyExtra : null
        }
    }

    StatusBanner {
        id: notice

        x: sky.start - (sky.narrow ? 16 : 8) * Theme.u
        y: words.y + words.height + 20 * Theme.u
        width: sky.width < 600 * Theme.u ? sky.width - 2 * x : sky.span + 16 * Theme.u
        height: implicitHeight
        kind: sky.banner ? sky.banner.kind : "info"
        icon: sky.banner ? sky.banner.icon : ""
        text: sky.banner ? sky.banner.text : ""
        visible: sky.banner !== null && (sky.page === null || sky.page.informed)
    }
}
