// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include "adapters/package/package.h"
#include "app/window/dock_host.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "designer/panels/problems_model.h"
#include "designer/widgets/action_set.h"
#include "model/base/text.h"
#include "tests/app/main_window_fixture.h"

using namespace tessera;
using namespace tessera::app;
using tessera::designer::ProblemsModel;

namespace {

// A form is gated, a quotation in a text warns.
const char *const book = R"yaml(name: Small
folderId: 11111111-2222-3333-4444-555555555555
contents:
  schemaVersion: 1
  kind: workbook
  elements:
    - {id: words, kind: text, body: "He said:\n> Yes"}
    - id: ask
      kind: form
      fields: [{fieldId: n, type: text, label: Name}]
  pages:
    - {id: main, name: Main}
  layout: |
    <?xml version="1.0" encoding="utf-8"?>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="words" gridColumn="1 / 13" gridRow="1 / 5"/>
      <Element elementId="ask" gridColumn="13 / 25" gridRow="1 / 13"/>
    </Page>
)yaml";

// Does something in the next dialog or menu that opens, once `ready` finds its widget.
template <class Widget>
class Hand
{
public:
    Hand(std::function<Widget *()> ready, std::function<void(Widget *)> act)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, ready, act] {
            if (Widget *widget = ready()) {
                m_timer.stop();
                act(widget);
            }
        });
        m_timer.start(5);
    }

private:
    QTimer m_timer;
};

} // namespace

// What a person does with findings: living with one, reading the steps that are left, telling what the organisation
// has.
class TestFindings : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aWarningIsWaivedWithAReason();
    void stepsForPeopleAreListed();
    void theProfileDecidesAboutGates();

private:
    void open();
    void openAgain();
    QTreeView *problems() const { return m_window->findChild<QTreeView *>(QStringLiteral("problems")); }
    int rowOf(const char *rule) const;
    void pick(int row);
    void waive(const QString &reason);
    std::string exported(bool force = false);
    void setProfile(const QByteArray &json);

    QString m_path;
};

void TestFindings::init()
{
    MainWindowFixture::init();
    m_path = m_folder->filePath(QStringLiteral("small.yaml"));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(book) > 0);
    file.close();
    open();
}

void TestFindings::open()
{
    MainWindowFixture::open(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isChecked(), 20000);
    m_window->docks().show(QStringLiteral("problems"));
    QTRY_VERIFY(problems() && problems()->isVisible());
}

void TestFindings::openAgain()
{
    showWindow();
    open();
}

int TestFindings::rowOf(const char *rule) const
{
    const auto *model = qobject_cast<ProblemsModel *>(problems()->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->at(row)->rule == rule)
            return row;
    }
    return -1;
}

void TestFindings::pick(int row)
{
    const QModelIndex index = problems()->model()->index(row, 0);
    problems()->scrollTo(index);
    QTest::mouseClick(problems()->viewport(), Qt::LeftButton, {}, problems()->visualRect(index).center());
    QCOMPARE(problems()->currentIndex().row(), row);
}

// The context menu of the row, its last entry, the reason, Enter.
void TestFindings::waive(const QString &reason)
{
    const Hand<QMenu> menu([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); },
                           [](QMenu *popup) {
                               auto *entry = popup->actions().last();
                               QCOMPARE(entry->objectName(), QStringLiteral("problemWaive"));
                               QVERIFY(entry->isEnabled());
                               QTest::mouseClick(popup, Qt::LeftButton, {}, popup->actionGeometry(entry).center());
                           });
    const Hand<QInputDialog> dialog([] { return qobject_cast<QInputDialog *>(QApplication::activeModalWidget()); },
                                    [reason](QInputDialog *question) {
                                        auto *line = question->findChild<QLineEdit *>();
                                        QTest::keyClicks(line, reason);
                                        QTest::keyClick(line, Qt::Key_Return);
                                    });
    const QPoint at = problems()->visualRect(problems()->currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, problems()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(problems()->viewport(), &event);
}

std::string TestFindings::exported(bool force)
{
    const QString target = m_folder->filePath(QStringLiteral("small.zip"));
    QFile::remove(target);
    QSignalSpy done(m_window.get(), &MainWindow::exported);
    m_window->exportPackage(target, force);
    if (!QTest::qWaitFor([&] { return done.size() == 1; }, 20000))
        return {};
    QFile file(target);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto package = adapters::readPackage(file.readAll().toStdString());
    std::string all;
    for (const auto &[path, content] : package ? package->files : adapters::Archive()) {
        if (path.ends_with(".md"))
            all += content;
    }
    return all;
}

void TestFindings::setProfile(const QByteArray &json)
{
    const QString path = m_folder->filePath(QStringLiteral("profile.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) > 0);
    file.close();
    const Hand<QDialog> hand(
        [] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            return dialog && dialog->objectName() == QLatin1String("settings") ? dialog : nullptr;
        },
        [path](QDialog *dialog) {
            auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("settingsProfile"));
            field->setFocus();
            QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(field, path);
            auto *box = dialog->findChild<QDialogButtonBox *>();
            QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
        });
    m_window->actions().action(QStringLiteral("file.settings"))->trigger();
    QCOMPARE(settings::profilePath(), path);
}

void TestFindings::aWarningIsWaivedWithAReason()
{
    QVERIFY(rowOf("content.markdown") >= 0);
    pick(rowOf("content.markdown"));
    waive(QStringLiteral("Readers know the sign"));
    const QString reason = QStringLiteral("Readers know the sign");
    QTRY_VERIFY(rowOf("content.markdown") < 0 || problems()
                                                     ->model()
                                                     ->index(rowOf("content.markdown"), ProblemsModel::MessageColumn)
                                                     .data()
                                                     .toString()
                                                     .contains(reason));
    QVERIFY(m_window->current()->document().history().canUndo());
    QVERIFY(exported().find(model::toUtf8(reason)) != std::string::npos);
    // Kept in the workspace, not in the file.
    m_window->actions().action(QStringLiteral("file.save"))->trigger();
    QTRY_VERIFY(!m_window->isWindowModified());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Readers know"));
    openAgain();
    const auto waived = [this] {
        const auto &findings = m_window->session()->diagnostics();
        return std::any_of(findings.begin(), findings.end(), [](const model::Diagnostic &d) {
            return d.rule == "content.markdown" && !d.waiver.isEmpty();
        });
    };
    QTRY_VERIFY(waived());
    // The same entry takes it back.
    QVERIFY(rowOf("content.markdown") >= 0);
    pick(rowOf("content.markdown"));
    waive({});
    QTRY_VERIFY(!waived());
}

void TestFindings::stepsForPeopleAreListed()
{
    const int row = rowOf("document.gate");
    QVERIFY(row >= 0);
    pick(row);
    const auto *step = qobject_cast<ProblemsModel *>(problems()->model())->at(row);
    const std::string message = model::toUtf8(step->message);
    const std::string checklist = exported();
    QVERIFY(checklist.find("- [ ] " + message) != std::string::npos);
    QVERIFY(checklist.find("Grant access") != std::string::npos);
    // Steps can be hidden from the list with their switch, and stay in the package.
    auto *manual = [this] {
        for (auto *button : problems()->window()->findChildren<QAbstractButton *>()) {
            if (button->isCheckable() && button->isVisible() &&
                button->accessibleName() == designer::severityCount(model::Severity::Manual, 1))
                return button;
        }
        return static_cast<QAbstractButton *>(nullptr);
    }();
    QVERIFY(manual);
    QTest::mouseClick(manual, Qt::LeftButton);
    QTRY_COMPARE(rowOf("document.gate"), -1);
    QVERIFY(exported().find("- [ ] " + message) != std::string::npos);
}

void TestFindings::theProfileDecidesAboutGates()
{
    QVERIFY(rowOf("document.gate") >= 0);
    setProfile(R"({"features": {"form": true}})");
    openAgain();
    QCOMPARE(rowOf("document.gate"), -1);
    QCOMPARE(rowOf("document.gate-off"), -1);
    QVERIFY(exported().find("must be enabled") == std::string::npos);
    setProfile(R"({"features": {"form": false}})");
    openAgain();
    QVERIFY(rowOf("document.gate-off") >= 0);
    // What the organisation refuses stops the export until somebody insists.
    QSignalSpy done(m_window.get(), &MainWindow::exported);
    m_window->exportPackage(m_folder->filePath(QStringLiteral("small.zip")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->bannerMessages().size(), 1, 20000);
    QCOMPARE(done.size(), 0);
    QVERIFY(!exported(true).empty());
}

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
