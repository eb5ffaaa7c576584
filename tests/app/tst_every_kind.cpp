// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "adapters/package/package.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/main_window.h"
#include "designer/canvas/canvas_view.h"
#include "designer/panels/palette_panel.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"
#include "model/base/text.h"
#include "model/workbook/views/element_view.h"

#include "inspector_hand.h"

using namespace tessera;
using namespace tessera::app;
using model::CodeSupport;
using model::Family;
using model::KindSpec;
using tests::InspectorHand;

// Every kind of element, control type and effect of the catalogue: made from nothing in the window, filled through the
// inspector alone, found clean by the checks, exported in one package.
class TestEveryKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void insertsEveryKind();
    void makesTheTableTheOthersRead();
    void fillsEveryKind_data();
    void fillsEveryKind();
    void fillsEveryEffect_data();
    void fillsEveryEffect();
    void saysWhatOnlySigmaMakes_data();
    void saysWhatOnlySigmaMakes();
    void exportsThemAll();
    void cleanupTestCase();

private:
    model::Key insert(const std::string &kind);
    const model::Object &element(const model::Key &key) const { return *m_window->session()->workbook().element(key); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<InspectorHand> m_hand;
    std::map<std::string, model::Key> m_made; // by the palette's name of the kind
};

void TestEveryKind::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_every_kind"));
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("TESSERA_DATA_DIR", m_folder->filePath(QStringLiteral("data")).toUtf8());
    auto composition = Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openTemplate(QStringLiteral("blank"));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 10'000);
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    m_hand = std::make_unique<InspectorHand>(*m_window);
}

void TestEveryKind::cleanupTestCase()
{
    m_hand.reset();
    if (m_window && m_window->current())
        m_window->current()->forget();
    m_window.reset();
}

// Enter on the entry of the palette.
model::Key TestEveryKind::insert(const std::string &kind)
{
    m_window->docks().show(QStringLiteral("elements"));
    auto *palette =
        m_window->docks().content(QStringLiteral("elements"))->findChild<QTreeView *>(QStringLiteral("palette"));
    const QAbstractItemModel *model = palette ? palette->model() : nullptr;
    for (int g = 0; model && g < model->rowCount(); ++g) {
        const QModelIndex group = model->index(g, 0);
        for (int i = 0; i < model->rowCount(group); ++i) {
            const QModelIndex entry = model->index(i, 0, group);
            if (entry.data(Qt::UserRole + 1).toString() != model::toQString(kind))
                continue;
            m_window->session()->selection().clear();
            const int before = m_window->session()->workbook().elements.size();
            palette->setFocus();
            palette->setCurrentIndex(entry);
            QTest::keyClick(palette, Qt::Key_Return);
            const model::ObjectList &elements = m_window->session()->workbook().elements;
            return elements.size() == before + 1 ? elements.at(before).key() : model::Key();
        }
    }
    return {};
}

// Tables last: whatever is made before them finds nothing to read and starts empty.
void TestEveryKind::insertsEveryKind()
{
    std::vector<std::string> tables;
    QStringList failed;
    const auto make = [&](const std::string &kind) {
        const model::Key key = insert(kind);
        if (key.empty())
            failed << model::toQString(kind);
        m_made[kind] = key;
    };
    for (const designer::PaletteEntry &entry : designer::paletteEntries(m_composition->catalogue())) {
        const std::string kind = model::toUtf8(entry.kind);
        const bool table = kind == "table" || kind == "pivot-table" || kind == "input-table";
        if (table)
            tables.push_back(kind);
        else
            make(kind);
    }
    std::ranges::reverse(tables);
    m_window->actions().action(QStringLiteral("insert.modal"))->trigger(); // for the effect that opens one
    m_window->session()->setCurrentBlock("page-1");
    for (const std::string &kind : tables)
        make(kind);
    QCOMPARE(failed, QStringList());
    for (const KindSpec &kind : m_composition->catalogue().all(Family::Element)) {
        if (kind.name != "control" && (kind.code == CodeSupport::Yes || kind.code == CodeSupport::Gated))
            QVERIFY2(m_made.contains(kind.name), kind.name.c_str());
    }
    for (const KindSpec &kind : m_composition->catalogue().all(Family::Control)) {
        if (kind.code == CodeSupport::Yes || kind.code == CodeSupport::Gated)
            QVERIFY2(m_made.contains("control/" + kind.name), kind.name.c_str());
    }
}

void TestEveryKind::makesTheTableTheOthersRead()
{
    m_hand->forms = {{"/source", "warehouse-table"}};
    m_hand->texts = {{"/source/path/0", QStringLiteral("SALES")}, {"/formula", QStringLiteral("[SALES/A]")}};
    const model::Key table = m_made.at("table");
    m_window->session()->selection().setElement(table);
    QVERIFY(m_hand->choose("/source", "warehouse-table")); // it was made over the input table
    m_hand->fill(table);
    while (element(table).body().at("columns").size() < 4)
        QVERIFY(m_hand->addTo("/columns"));
    QVERIFY(m_hand->enter("/name", QStringLiteral("Base")));
    const char *names[] = {"A", "B", "C", "D"};
    for (int i = 0; i < 4; ++i) {
        const char *name = names[i];
        const std::string at = "/columns/" + std::to_string(i);
        QVERIFY2(m_hand->enter(at + "/name", QString::fromLatin1(name)), at.c_str());
        QVERIFY2(m_hand->enter(at + "/formula", QStringLiteral("[SALES/%1]").arg(QLatin1String(name))), at.c_str());
    }
    const QStringList left = m_hand->fill(table);
    QVERIFY2(left.isEmpty(),
             qPrintable(left.join(u'\n') + u'\n' + QString::fromStdString(element(table).body().dump())));
    m_hand->favourite = QStringLiteral("Base");
    QCOMPARE(element(table).name(), std::string("Base"));
    QCOMPARE(element(table).body().at("columns").size(), std::size_t(4));
    // What chats talk to lives in the workbook itself.
    m_window->session()->selection().clear();
    QVERIFY(m_hand->addTo("/agents"));
    m_hand->fill({});
}

void TestEveryKind::fillsEveryKind_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &[kind, key] : m_made)
        QTest::newRow(kind.c_str()) << model::toQString(kind);
}

void TestEveryKind::fillsEveryKind()
{
    QFETCH(QString, kind);
    const std::string name = model::toUtf8(kind);
    const bool input = name == "input-table";
    m_hand->forms = {{"/source", input                          ? "empty"
                                 : name.starts_with("control/") ? "source"
                                 : name == "table"              ? "warehouse-table"
                                                                : "table"}};
    m_hand->texts.clear();
    QElapsedTimer timer;
    timer.start();
    const QStringList left = m_hand->fill(m_made.at(name));
    QVERIFY2(left.isEmpty(),
             qPrintable(left.join(u'\n') + u'\n' + QString::fromStdString(element(m_made.at(name)).body().dump())));
}

void TestEveryKind::fillsEveryEffect_data()
{
    QTest::addColumn<QString>("effect");
    for (const KindSpec &kind : m_composition->catalogue().all(Family::Effect)) {
        if (kind.code == CodeSupport::Yes || kind.code == CodeSupport::Gated)
            QTest::newRow(kind.name.c_str()) << model::toQString(kind.name);
    }
}

void TestEveryKind::fillsEveryEffect()
{
    QFETCH(QString, effect);
    const model::Key button = insert("button");
    QVERIFY(!button.empty());
    m_hand->forms = {{"/effects/0", model::toUtf8(effect)}};
    m_hand->texts.clear();
    m_window->session()->selection().setElement(button);
    QVERIFY(m_hand->addTo("/actions"));
    if (!element(button).body().at("actions").at(0).contains("effects") ||
        element(button).body().at("actions").at(0).at("effects").empty())
        QVERIFY(m_hand->addTo("/actions/0/effects"));
    QVERIFY(m_hand->choose("/actions/0/effects/0", model::toUtf8(effect)));
    QCOMPARE(model::stringMember(element(button).body().at("actions").at(0).at("effects").at(0), "effect"),
             model::toUtf8(effect));
    const QStringList left = m_hand->fill(button);
    QVERIFY2(left.isEmpty(),
             qPrintable(left.join(u'\n') + u'\n' + QString::fromStdString(element(button).body().dump())));
}

void TestEveryKind::saysWhatOnlySigmaMakes_data()
{
    QTest::addColumn<QString>("effect");
    QTest::addColumn<QString>("rule");
    QTest::newRow("call-stored-procedure")
        << QStringLiteral("call-stored-procedure") << QStringLiteral("action.ui-only");
    QTest::newRow("call-agent") << QStringLiteral("call-agent") << QStringLiteral("action.call-agent");
}

// Two effects exist that Sigma rejects in a button. They can be made all the same, since what a file has can be edited;
// the checks then say who makes them.
void TestEveryKind::saysWhatOnlySigmaMakes()
{
    QFETCH(QString, effect);
    QFETCH(QString, rule);
    const model::Key button = insert("button");
    QVERIFY(!button.empty());
    m_hand->forms = {{"/effects/0", model::toUtf8(effect)}};
    m_hand->texts.clear();
    m_window->session()->selection().setElement(button);
    QVERIFY(m_hand->addTo("/actions"));
    if (!element(button).body().at("actions").at(0).contains("effects") ||
        element(button).body().at("actions").at(0).at("effects").empty())
        QVERIFY(m_hand->addTo("/actions/0/effects"));
    QVERIFY(m_hand->choose("/actions/0/effects/0", model::toUtf8(effect)));
    QCOMPARE(model::stringMember(element(button).body().at("actions").at(0).at("effects").at(0), "effect"),
             model::toUtf8(effect));
    const auto errors = [&] {
        QStringList rules;
        for (const model::Diagnostic &found : m_window->session()->diagnostics()) {
            if (found.element == element(button).id() && found.severity == model::Severity::Error)
                rules << model::toQString(found.rule);
        }
        return rules;
    };
    QTRY_VERIFY_WITH_TIMEOUT(errors().contains(rule), 10'000);
    m_window->session()->selection().setElement(button);
    m_window->actions().action(QStringLiteral("edit.delete"))->trigger();
    QVERIFY(!m_window->session()->workbook().element(button));
}

void TestEveryKind::exportsThemAll()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isChecked(), 10'000);
    QStringList errors;
    for (const model::Diagnostic &found : m_window->session()->diagnostics()) {
        if (found.severity == model::Severity::Error)
            errors << QStringLiteral("%1 %2: %3")
                          .arg(model::toQString(found.rule), model::toQString(found.element), found.message);
    }
    QCOMPARE(errors, QStringList());
    const QString path = m_folder->filePath(QStringLiteral("all.zip"));
    QSignalSpy exported(m_window.get(), &MainWindow::exported);
    m_window->exportPackage(path);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 60'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto package = adapters::readPackage(file.readAll().toStdString());
    QVERIFY(package);
    QVERIFY(!package->hasErrors());
    const auto text = package->workbookText();
    for (const auto &[kind, key] : m_made)
        QVERIFY2(text.find(element(key).id()) != std::string::npos, kind.c_str());
}

QTEST_MAIN(TestEveryKind)
#include "tst_every_kind.moc"
