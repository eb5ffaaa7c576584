// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/content_look.h"

#include <algorithm>

#include "model/base/text.h"

namespace tessera::model {

namespace {

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

Qt::Alignment vertically(const std::string &word, Qt::Alignment otherwise)
{
    if (word == "top" || word == "start")
        return Qt::AlignTop;
    if (word == "center" || word == "middle")
        return Qt::AlignVCenter;
    return word == "bottom" || word == "end" ? Qt::Alignment(Qt::AlignBottom) : otherwise;
}

QString shownLabel(const Json &part)
{
    return stringMember(part, "visibility") == "hidden" ? QString() : textMember(part, "label");
}

} // namespace

TextLook textLookOf(const Object &element)
{
    return {textMember(element.body(), "body"),
            vertically(stringMember(element.body(), "verticalAlign"), Qt::AlignTop)};
}

ImageLook imageLookOf(const Object &element)
{
    ImageLook look;
    look.urlPath = "/url";
    look.url = textMember(element.body(), "url");
    const Json &source = child(element.body(), "source");
    if (look.url.isEmpty()) {
        look.urlPath = "/source/url";
        look.url = textMember(source, "url");
        look.uploaded = look.url.isEmpty() && source.is_object() && stringMember(source, "kind") != "url";
    }
    look.fit = stringMember(child(element.body(), "style"), "fit");
    look.link = textMember(element.body(), "link");
    if (look.link.isEmpty())
        look.link = textMember(child(element.body(), "link"), "url");
    look.alt = textMember(element.body(), "alt");
    look.corner = cornerFrom(stringMember(child(element.body(), "style"), "borderRadius"));
    return look;
}

DividerLook dividerLookOf(const Object &element)
{
    const Json &style = child(element.body(), "style");
    DividerLook look;
    look.vertical = stringMember(element.body(), "direction") == "vertical";
    const std::string align = stringMember(element.body(), "align");
    if (look.vertical)
        look.align = align == "left" ? Qt::AlignLeft : align == "right" ? Qt::AlignRight : Qt::AlignHCenter;
    else
        look.align = vertically(align, Qt::AlignVCenter);
    look.color = colorText(member(style, "color"));
    look.width = std::clamp(intMember(style, "width", 1), 1, 12);
    const std::string stroke = stringMember(style, "strokeStyle");
    look.stroke = stroke == "dashed" ? Qt::DashLine : stroke == "dotted" ? Qt::DotLine : Qt::SolidLine;
    return look;
}

ButtonLook buttonLookOf(const Object &element)
{
    const Json &body = element.body();
    ButtonLook look;
    look.text = textMember(body, "text");
    const std::string appearance = stringMember(body, "appearance");
    look.appearance = appearance == "outline" ? ButtonLook::Appearance::Outline
                      : appearance == "text"  ? ButtonLook::Appearance::Text
                                              : ButtonLook::Appearance::Filled;
    look.fill = colorText(member(body, "fillColor"));
    look.textColor = colorText(member(body, "fontColor"));
    look.align = stringMember(body, "align");
    return look;
}

// Choices have no confirmed form; files have texts, or objects with a label or value.
QStringList choicesOf(const Json &field)
{
    QStringList choices;
    for (const char *key : {"options", "choices", "values"}) {
        const Json &list = child(field, key);
        for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
            const QString words =
                list[i].is_object() ? textMember(list[i], "label") : textMember(Json::object({{"v", list[i]}}), "v");
            choices << (words.isEmpty() ? textMember(list[i], "value") : words);
        }
    }
    choices.removeAll(QString());
    return choices;
}

FormLook formLookOf(const Object &element)
{
    FormLook look;
    if (const Json &fields = child(element.body(), "fields"); fields.is_array()) {
        for (const Json &field : fields) {
            QString label = textMember(field, "label");
            if (label.isEmpty())
                label = textMember(field, "fieldId");
            look.fields.push_back({label, textMember(field, "placeholder"), stringMember(field, "type"),
                                   stringMember(field, "required") == "required", stringMember(field, "fieldId"),
                                   stringMember(field, "readOnly") == "readonly", choicesOf(field),
                                   child(field, "defaultValue")});
        }
    }
    const Json &footer = child(element.body(), "footer");
    look.primary = shownLabel(child(footer, "primary"));
    look.secondary = shownLabel(child(footer, "secondary"));
    if (look.primary.isEmpty() && child(footer, "primary").is_null())
        look.primary = QStringLiteral("Submit");
    return look;
}

ProgressLook progressLookOf(const Object &element)
{
    const Json &body = element.body();
    return {stringMember(body, "shape") == "ring", stringMember(body, "mode") != "value", textMember(body, "value"),
            textMember(body, "min"), textMember(body, "max")};
}

namespace {

std::vector<NavigationEntry> entriesIn(const Json &options, int depth)
{
    std::vector<NavigationEntry> entries;
    if (!options.is_array() || depth > 1)
        return entries;
    for (const Json &option : options) {
        const Json &to = child(option, "destination");
        entries.push_back({textMember(option, "label"), stringMember(to, "pageId"), stringMember(to, "elementId"),
                           textMember(to, "url"), entriesIn(child(option, "options"), depth + 1)});
    }
    return entries;
}

QString labelFor(const Object &page, const Json &labels)
{
    QString label = toQString(page.name());
    if (labels.is_array()) {
        for (const Json &entry : labels) {
            if (stringMember(entry, "pageId") == page.id())
                label = textMember(entry, "label");
        }
    }
    return label;
}

} // namespace

std::vector<NavigationEntry> navigationOf(const Workbook &workbook, const Object &element)
{
    if (stringMember(element.body(), "mode") == "manual")
        return entriesIn(child(element.body(), "options"), 0);
    std::vector<NavigationEntry> entries;
    for (const Object &page : workbook.pages) {
        if (stringMember(page.body(), "visibility") != "hidden")
            entries.push_back({labelFor(page, child(element.body(), "pageLabels")), page.id(), {}, {}});
    }
    return entries;
}

QStringList navigationEntries(const Workbook &workbook, const Object &element)
{
    QStringList labels;
    for (const NavigationEntry &entry : navigationOf(workbook, element))
        labels << entry.label;
    return labels;
}

bool isVerticalNavigation(const Object &element)
{
    return stringMember(child(element.body(), "optionStyle"), "orientation") == "vertical";
}

TabsLook tabsLookOf(const Object &element)
{
    TabsLook look;
    if (const Json &tabs = child(element.body(), "tabs"); tabs.is_array()) {
        for (const Json &tab : tabs)
            look.names << (tab.is_string() ? toQString(stringOf(tab)) : textMember(tab, "name"));
    }
    const std::string align = stringMember(child(element.body(), "tabBar"), "alignment");
    look.align = align == "center"                    ? Qt::AlignHCenter
                 : align == "right" || align == "end" ? Qt::AlignRight
                                                      : Qt::AlignLeft;
    return look;
}

Json newTab(const std::string &name)
{
    return Json::object({{"name", name}});
}

QString sourceName(const Workbook &workbook, const Object &element)
{
    const std::string id = stringMember(child(element.body(), "source"), "elementId");
    const Object *source = id.empty() ? nullptr : workbook.elements.findById(id);
    return source ? toQString(source->name()) : QString();
}

RepeatLook repeatLookOf(const Workbook &workbook, const Object &element)
{
    const Json &body = element.body();
    RepeatLook look;
    look.source = sourceName(workbook, element);
    look.list = stringMember(body, "arrangement") == "list";
    look.across = stringMember(body, "scroll") == "horizontal";
    const std::string size = stringMember(body, "cardSize");
    look.cardWidth = size == "x-small"   ? 140
                     : size == "small"   ? 200
                     : size == "large"   ? 400
                     : size == "x-large" ? 560
                                         : 280;
    std::string gap = stringMember(body, "cardSpacing");
    if (gap.empty())
        gap = stringMember(body, "cardGap");
    look.gap = gap == "hidden" || gap == "none" ? 0 : gap == "small" ? 8 : gap == "large" ? 20 : 12;
    look.card = boxOf(Object(std::string(), Json::object({{"style", child(body, "cardStyle")}})));
    return look;
}

AgentLook agentLookOf(const Workbook &workbook, const Object &chat)
{
    const std::string id = stringMember(chat.body(), "agentId");
    if (const Json &agents = child(workbook.contents, "agents"); agents.is_array()) {
        for (const Json &agent : agents) {
            if (stringMember(agent, "id") == id)
                return {textMember(agent, "name").isEmpty() ? toQString(id) : textMember(agent, "name"),
                        textMember(child(agent, "greeting"), "message")};
        }
    }
    return {toQString(id), {}};
}

QString pluginName(const Object &element)
{
    const QString name = textMember(element.body(), "displayName");
    return name.isEmpty() ? textMember(element.body(), "pluginId") : name;
}

} // namespace tessera::model
