import QtQuick
import Anjungan

// Text sized in design units. It applies the visitor's text size and the legal floor of cap
// height; word and letter space follow the size, since Jakarta Sans is set tight.
Text {
    id: txt

    property real size: 38
    property bool display: false
    property int weight: display ? Font.Bold : Font.Normal
    property bool tabular: false
    property real grow: display ? Theme.displayScale : Theme.textScale
    property real least: display ? Theme.displayFloor : Theme.bodyFloor
    // Line pitch as a multiple of the size; 0 leaves it to the font.
    property real line: 0
    readonly property real px: Math.round(Math.max(size * Theme.u * grow, least))
    readonly property real tracking: !display || size < 48 ? 0 : size < 64 ? -0.015 : size < 100 ? -0.02 : -0.03

    // The same words, never broken at a hyphen: "KTP-el" stays together.
    function unbroken(words) {
        return words.replace(/-/g, "\u2060-\u2060");
    }

    // A control that keys can reach says its words itself.
    readonly property bool ofControl: {
        for (let at = parent; at; at = at.parent)
            if ((at as Touchable)?.activeFocusOnTab)
                return true;
        return false;
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: text.replace(/\u2060/g, "").replace(/\n/g, " ")
    Accessible.ignored: ofControl || text === ""
    color: Theme.ink
    font.family: display ? Theme.display : Theme.body
    font.pixelSize: px
    font.weight: weight
    font.wordSpacing: px * (display || weight >= Font.DemiBold ? 0.05 : 0)
    font.letterSpacing: px * tracking
    font.features: tabular ? ({
            "tnum": 1
        }) : ({})
    lineHeightMode: line > 0 ? Text.FixedHeight : Text.ProportionalHeight
    lineHeight: line > 0 ? px * line : 1
    renderType: Text.QtRendering
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
