// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/style/theme.h"

#include <array>
#include <map>
#include <mutex>

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

#include "designer/style/style_sheet.h"
#include "designer/style/tessera_style.h"

namespace tessera::designer {

namespace {

// Read once, before the first applyTheme replaces it: later the application's palette is ours.
bool systemIsDark()
{
    static const bool dark = [] {
        const QPalette palette = QApplication::style()->standardPalette();
        const QPalette own = QGuiApplication::palette();
        const bool themed = own.color(QPalette::Window) != palette.color(QPalette::Window);
        return (themed ? own : palette).color(QPalette::Window).lightness() < 128;
    }();
    return dark;
}

bool isGeneric(const QString &family)
{
    static const QStringList names = {QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("Helvetica"),
                                      QStringLiteral("sans-serif"), QString()};
    return names.contains(family, Qt::CaseInsensitive);
}

void setRoles(QPalette &palette, QPalette::ColorGroup group, const Tokens &tokens, const QColor &text)
{
    palette.setColor(group, QPalette::WindowText, text);
    palette.setColor(group, QPalette::Text, text);
    palette.setColor(group, QPalette::ButtonText, text);
    palette.setColor(group, QPalette::Window, tokens.window);
    palette.setColor(group, QPalette::Base, tokens.surface);
    palette.setColor(group, QPalette::AlternateBase, mix(tokens.surface, tokens.window, 0.6));
    palette.setColor(group, QPalette::Button, tokens.raised);
    palette.setColor(group, QPalette::BrightText, tokens.danger);
    palette.setColor(group, QPalette::Highlight, tokens.accentSoft);
    palette.setColor(group, QPalette::HighlightedText, tokens.text);
    palette.setColor(group, QPalette::Link, tokens.accent);
    palette.setColor(group, QPalette::LinkVisited, tokens.accent);
    palette.setColor(group, QPalette::ToolTipBase, tokens.raised);
    palette.setColor(group, QPalette::ToolTipText, tokens.text);
    palette.setColor(group, QPalette::PlaceholderText, tokens.text3);
    palette.setColor(group, QPalette::Light, tokens.surface);
    palette.setColor(group, QPalette::Midlight, tokens.line);
    palette.setColor(group, QPalette::Mid, tokens.lineStrong);
    palette.setColor(group, QPalette::Dark, tokens.lineStrong);
    palette.setColor(group, QPalette::Shadow, tokens.lineStrong);
}

// Tokens that are neither of the two sets, by the colours a palette made from them has: pages bring their own.
class OwnTokens
{
public:
    using Look = std::array<QRgb, 6>;
    static Look lookOf(const QPalette &palette)
    {
        const auto role = [&](QPalette::ColorRole which) { return palette.color(QPalette::Active, which).rgba(); };
        return {role(QPalette::Text), role(QPalette::Base), role(QPalette::Window),
                role(QPalette::Link), role(QPalette::Mid),  role(QPalette::PlaceholderText)};
    }
    static void keep(const QPalette &palette, const Tokens &tokens)
    {
        const std::lock_guard lock(s_mutex);
        s_known.try_emplace(lookOf(palette), tokens);
    }
    static const Tokens *find(const QPalette &palette)
    {
        const std::lock_guard lock(s_mutex);
        const auto found = s_known.find(lookOf(palette));
        return found == s_known.end() ? nullptr : &found->second; // entries stay: references to them are kept
    }

private:
    inline static std::mutex s_mutex;
    inline static std::map<Look, Tokens> s_known;
};

} // namespace

QColor mix(const QColor &base, const QColor &over, double share)
{
    const auto blend = [share](int a, int b) { return static_cast<int>(a + (b - a) * share + 0.5); };
    return {blend(base.red(), over.red()), blend(base.green(), over.green()), blend(base.blue(), over.blue())};
}

const Tokens &tokensFor(ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
    return dark ? Tokens::darkTheme() : Tokens::light();
}

const Tokens &tokensOf(const QPalette &palette)
{
    if (const Tokens *own = OwnTokens::find(palette))
        return *own;
    return palette.color(QPalette::Text).lightness() > palette.color(QPalette::Base).lightness() ? Tokens::darkTheme()
                                                                                                 : Tokens::light();
}

QPalette paletteFor(const Tokens &tokens)
{
    QPalette palette;
    setRoles(palette, QPalette::Active, tokens, tokens.text);
    setRoles(palette, QPalette::Inactive, tokens, tokens.text);
    setRoles(palette, QPalette::Disabled, tokens, mix(tokens.surface, tokens.text3, 0.7));
    if (&tokens != &Tokens::light() && &tokens != &Tokens::darkTheme())
        OwnTokens::keep(palette, tokens);
    return palette;
}

// Asked for with every text that is painted, so the font data base is searched once.
QFont interfaceFont()
{
    static const QFont found = [] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        const QString inter = QStringLiteral("Inter");
        if (isGeneric(font.family()) && QFontDatabase::hasFamily(inter))
            font.setFamilies({inter});
        font.setPixelSize(size::base);
        return font;
    }();
    return found;
}

QFont monospaceFont()
{
    static const QFont found = [] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setStyleHint(QFont::Monospace);
        font.setPixelSize(size::base);
        return font;
    }();
    return found;
}

void applyTheme(QApplication &application, const Tokens &tokens)
{
    systemIsDark();
    if (application.property("tesseraStyle").isNull()) {
        application.setFont(interfaceFont());
        application.setStyle(new TesseraStyle);
        application.setProperty("tesseraStyle", true);
    }
    const QPalette palette = paletteFor(tokens);
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(styleSheet(tokens));
}

} // namespace tessera::designer
