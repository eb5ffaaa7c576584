// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QStringList>

#include "model/workbook/look/style_look.h"

namespace tessera::model {

struct TextLook
{
    QString body;
    Qt::Alignment vertical = Qt::AlignTop;
};
TextLook textLookOf(const Object &element);

struct ImageLook
{
    QString url, alt;
    Corner corner = Corner::Theme;
    std::string urlPath = {}; // where the body keeps the address, for the values of its templates
    std::string fit = {};     // contain, cover, none, scale-down, stretch, or ""
    QString link = {};        // where a click leads, "" nowhere
    bool uploaded = false;    // a picture that lies in Sigma and has no address
};
ImageLook imageLookOf(const Object &element); // also embeds

struct DividerLook
{
    bool vertical = false;
    Qt::Alignment align = Qt::AlignCenter;
    ColorText color;
    int width = 1; // px
    Qt::PenStyle stroke = Qt::SolidLine;
};
DividerLook dividerLookOf(const Object &element);

struct ButtonLook
{
    enum class Appearance
    {
        Filled,
        Outline,
        Text,
    };
    QString text;
    Appearance appearance = Appearance::Filled;
    ColorText fill, textColor;
    std::string align; // left, center, right, stretch or ""
};
ButtonLook buttonLookOf(const Object &element);

struct FormLook
{
    struct Field
    {
        QString label, placeholder;
        std::string type;
        bool required = false;
        std::string id = {}; // what actions call it
        bool readOnly = false;
        QStringList choices = {}; // of a choice, as far as the file names them
        Json initial = {};        // what it holds at first, null: nothing
        bool operator==(const Field &) const = default;
    };
    std::vector<Field> fields;
    QString primary, secondary; // "" when hidden
    bool operator==(const FormLook &) const = default;
};
FormLook formLookOf(const Object &element);

struct ProgressLook
{
    bool ring = false;
    bool percent = true;
    QString value, least, most; // formulas as written
};
ProgressLook progressLookOf(const Object &element);

// An entry of a navigation and where it leads: a page or element by id, or an address. All "": nowhere.
struct NavigationEntry
{
    QString label;
    std::string page;
    std::string element; // on whatever page it stands
    QString url;
    std::vector<NavigationEntry> below = {}; // of a submenu
};
// Automatic ones name the pages a reader sees.
std::vector<NavigationEntry> navigationOf(const Workbook &workbook, const Object &element);
QStringList navigationEntries(const Workbook &workbook, const Object &element); // their labels
bool isVerticalNavigation(const Object &element);

struct TabsLook
{
    QStringList names;
    Qt::Alignment align = Qt::AlignLeft;
};
TabsLook tabsLookOf(const Object &element);
inline constexpr char tabsPath[] = "/tabs"; // where an element keeps them
Json newTab(const std::string &name);

struct RepeatLook
{
    QString source; // name of the element whose rows it repeats for
    bool list = false;
    bool across = false; // cards go on to the right instead of below
    int cardWidth = 280; // px at least, in a grid. Sigma names sizes and no pixels; these are display constants
    int gap = 12;        // px between cards
    BoxLook card;        // how cards look
};
RepeatLook repeatLookOf(const Workbook &workbook, const Object &element);

struct AgentLook
{
    QString name, greeting;
};
AgentLook agentLookOf(const Workbook &workbook, const Object &chat);

QString pluginName(const Object &element);
// The name of the element a source names, "" when it reads from outside the workbook.
QString sourceName(const Workbook &workbook, const Object &element);

} // namespace tessera::model
