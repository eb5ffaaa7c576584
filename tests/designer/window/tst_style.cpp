// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QApplication>
#include <QTest>

#include "designer/style/icon.h"
#include "designer/style/style_sheet.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_catalogue.h"
#include "model/schema/catalogue.h"

using namespace tessera::designer;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void paletteTellsItsTokens();
    void themeSwitchesLive();
    void everyIconInUseIsThere();
    void iconsFollowTheTheme();
};

void TestStyle::textIsReadableOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestStyle::textIsReadableOnEveryGround()
{
    QFETCH(bool, dark);
    const Tokens &tokens = dark ? Tokens::darkTheme() : Tokens::light();
    for (const QColor &ground : {tokens.window, tokens.surface, tokens.raised}) {
        for (const QColor &text :
             {tokens.text, tokens.text2, tokens.text3, tokens.danger, tokens.warn, tokens.ok, tokens.info})
            QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u' ' + ground.name()));
        QVERIFY(contrast(tokens.lineStrong, ground) >= 3.0);
    }
    QVERIFY(contrast(tokens.onAccent, tokens.accent) >= 4.5);
    QVERIFY(contrast(tokens.text, tokens.accentSoft) >= 4.5);
}

void TestStyle::paletteTellsItsTokens()
{
    QVERIFY(!tokensOf(paletteFor(Tokens::light())).dark);
    QVERIFY(tokensOf(paletteFor(Tokens::darkTheme())).dark);
    QVERIFY(!styleSheet(Tokens::light()).contains(u'@'));
}

void TestStyle::themeSwitchesLive()
{
    QWidget widget;
    widget.show();
    applyTheme(*qApp, Tokens::light());
    QCOMPARE(widget.palette().color(QPalette::Base), Tokens::light().surface);
    applyTheme(*qApp, Tokens::darkTheme());
    QCOMPARE(widget.palette().color(QPalette::Base), Tokens::darkTheme().surface);
    QCOMPARE(QApplication::font().pixelSize(), 13);
}

void TestStyle::everyIconInUseIsThere()
{
    for (const ActionSpec &spec : allActions())
        QVERIFY2(spec.icon.isEmpty() || hasIcon(spec.icon), qPrintable(spec.icon));
    const auto catalogue = tessera::model::loadCatalogue();
    QVERIFY(catalogue.has_value());
    using tessera::model::Family;
    for (const Family family : {Family::Element, Family::Control, Family::Overlay, Family::Panel, Family::Page}) {
        for (const auto &kind : catalogue->all(family))
            QVERIFY2(hasIcon(kind.icon), kind.name.c_str());
    }
}

void TestStyle::iconsFollowTheTheme()
{
    const QIcon sign = icon(QStringLiteral("plus"));
    applyTheme(*qApp, Tokens::light());
    const QImage light = sign.pixmap(16, 16).toImage();
    applyTheme(*qApp, Tokens::darkTheme());
    const QImage dark = sign.pixmap(16, 16).toImage();
    QVERIFY(!light.isNull());
    QVERIFY(light != dark);
    QVERIFY(icon(QStringLiteral("no such icon")).isNull());
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
