// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

#include <QFuture>
#include <QHash>
#include <QMainWindow>

#include "adapters/query/csv_import.h"
#include "app/window/open_document.h"
#include "designer/style/theme.h"
#include "designer/widgets/banner.h"
#include "model/checks/profile.h"

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace tessera::designer {
class ActionSet;
class CommandPalette;
class HelpWindow;
class OutlinePanel;
class Toast;
struct Command;
struct ImportSummary;
} // namespace tessera::designer

namespace tessera::adapters {
struct ImportedCopy;
}

namespace tessera::app {

class CentralArea;
class LiveService;
class Composition;
class DataFolderWatch;
class DockHost;
class ElementMenu;
class StartPage;
class TaskStrip;
class Validation;
class WebPictures;
class WindowBars;

// Hosts the docks, the central area and the start page, and forwards actions to them. One workbook at a time.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `composition` outlives the window.
    explicit MainWindow(const Composition &composition, QWidget *parent = nullptr);
    ~MainWindow() override;

    // These ask about unsaved changes of the workbook that is open, then read on a worker. `opened` or a banner
    // follows.
    void openFile(const QString &path);
    void openText(const std::string &text, const QString &title); // a workbook that has no file yet
    void openTemplate(const QString &name);
    void openSample();
    void openUnsaved(const QString &workspace);

    // Null while the start page is shown.
    OpenDocument *current() { return m_document.get(); }
    designer::Session *session();
    CentralArea *central() { return m_central; }
    designer::ActionSet &actions() { return *m_actions; }
    DockHost &docks() { return *m_docks; }
    bool isChecked() const; // the checks have answered for the present state

    bool save(); // false: not written, a banner says why or the person cancelled
    bool saveAs(const QString &path);
    void exportPackage(const QString &path, bool force = false);
    // CSV files become tables on the page in front, one after the other; without a workbook, of a new one. Read as was
    // chosen for the file in the dialog, else as it is found.
    void importTables(const QStringList &files);
    void setTheme(designer::ThemeChoice theme);
    QStringList bannerMessages() const;

Q_SIGNALS:
    void opened();
    void exported(const QString &path);
    void painted(); // once, after the first picture that shows the workbook or the start page

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;

private:
    // main_window.cpp
    void buildCentre();
    void buildDocks();
    void buildStatusBar();
    void refreshActions();
    void refreshTitle();
    void refreshProblems();
    void refreshStatus();
    void arrangeDocks();
    void layOutDocks();
    void hideDocks(bool hidden);
    void restoreWindow();

    // main_window_actions.cpp
    void connectActions();
    void connectViewActions();
    void connectCanvasActions();
    void openPalette(const QString &filter = {});
    QList<designer::Command> commands() const;
    void addElementCommands(QList<designer::Command> &list) const;
    void addBlock(model::Scope scope, const std::string &type);
    void removeSelection();
    void renameSelection();
    void stepProblems(int by);
    void connectFormulas();
    void showFormulaBar();
    void showHelp(const QString &page, const QString &place = {});
    void showAbout();

    // main_window_leave.cpp
    bool mayLeave(); // asks about unsaved changes; false: stay
    void leave();    // closes the workbook
    void showStart();
    void reload();

    // main_window_data.cpp
    void setUpPictures();
    QString dataFolder() const; // CSV files behind the workbook in front, "" for none
    QString shownRowFile(const model::Object &table) const;
    void startData();
    void stopData();

    // main_window_import.cpp
    void chooseImport();
    void proposeImports(QStringList files);
    void startImport(const QString &csv);
    void takeImport(const QString &csv, const adapters::ImportedCopy &imported);
    void sayImported(const designer::ImportSummary &summary, const QString &counts);
    void tellSource(const model::Key &element);   // of a new element: what it reads
    QList<model::Diagnostic> importSteps() const; // what is left to do in Sigma

    // main_window_files.cpp
    void load(std::function<model::Result<adapters::LoadedWorkbook>()> read, const QString &what);
    void take(std::unique_ptr<OpenDocument> document);
    void followDocument();
    void chooseFile();
    void chooseSaveAs();
    void carryTables(const QString &document, const QString &workspace, std::function<void()> done);
    void chooseExport();
    std::optional<model::OrganisationProfile> organisationProfile(); // a banner says why one cannot be read
    void rememberRecent();
    void fillRecentMenu();

    // main_window_messages.cpp
    void announce();
    void fileChanged();
    designer::Banner *addBanner(designer::Tone tone, const QString &message);
    void showError(const model::Error &error);
    void clearBanners();

    // main_window_jobs.h
    template <class Answer, class Done>
    void follow(QFuture<Answer> job, Done done); // `done` runs here, and only while the window lives

    const Composition &m_composition;
    designer::ActionSet *m_actions;
    WindowBars *m_bars;
    DockHost *m_docks;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_banners = nullptr;
    StartPage *m_start = nullptr;
    QWidget *m_workplace = nullptr; // banners above the central area
    designer::CommandPalette *m_palette = nullptr;
    designer::Toast *m_toast = nullptr;
    TaskStrip *m_tasks = nullptr;
    designer::HelpWindow *m_help = nullptr; // made when it is first asked for
    QLabel *m_statusText = nullptr;
    QLabel *m_selectionText = nullptr;
    QLabel *m_savedText = nullptr;

    std::unique_ptr<WebPictures> m_pictures;
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<DataFolderWatch> m_folderWatch;
    std::unique_ptr<LiveService> m_live; // rows of the workbook in front
    bool m_isSample = false;             // the sample is in front
    bool m_sampleComes = false;          // ... or is being opened
    Validation *m_validation = nullptr;
    CentralArea *m_central = nullptr;
    QList<QFuture<void>> m_jobs; // under way; the window waits for them before it goes
    std::shared_ptr<std::atomic_bool> m_stopExport;
    QHash<QString, adapters::CsvLoadOptions> m_importChoices; // by file, while the window lives
    std::optional<std::stop_source> m_stopImport;             // while one is under way
    QStringList m_importsWaiting;
    QString m_importFolder;               // of the last one
    ElementMenu *m_elementMenu = nullptr; // of the workbook in front
    QByteArray m_stateBeforeHiding;       // of the docks, while all are hidden
    bool m_checked = false;
    bool m_loading = false;
    bool m_painted = false;
};

} // namespace tessera::app
