// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/action_catalogue.h"

#include <QCoreApplication>

namespace tessera::designer {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Actions)
};

QString name(const char *latin)
{
    return QString::fromLatin1(latin);
}

QList<QKeySequence> keys(std::initializer_list<const char *> texts)
{
    QList<QKeySequence> result;
    for (const char *text : texts)
        result.append(QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText));
    return result;
}

constexpr Needs document = Need::Document;
constexpr Needs writable = Needs(Need::Document) | Need::Writable;
constexpr Needs canvas = Needs(Need::Document) | Need::Canvas;
constexpr Needs onElements = Needs(Need::Document) | Need::Writable | Need::Elements | Need::Canvas;
constexpr Needs onSeveral = onElements | Need::Several;

QList<ActionSpec> fileActions()
{
    const auto g = ActionGroup::File;
    return {
        {name("file.new"), g, Text::tr("&New from template…"), Text::tr("Start a workbook from a template."),
         name("file-plus"), keys({"Ctrl+N"})},
        {name("file.open"), g, Text::tr("&Open…"), Text::tr("Open a workbook file: YAML or JSON."), name("folder-open"),
         keys({"Ctrl+O"})},
        {name("file.sample"), g, Text::tr("Open the sa&mple"),
         Text::tr("Open a copy of the sample marketing workbook."), name("layout-template")},
        {name("file.start"), g, Text::tr("Start &page"),
         Text::tr("Close this workbook and show recent ones and templates."), name("app-window"),
         keys({"Ctrl+Shift+W"}), document},
        {name("file.save"), g, Text::tr("&Save"),
         Text::tr("Write the changes to the file; untouched lines keep their bytes."), name("save"), keys({"Ctrl+S"}),
         document},
        {name("file.saveAs"), g, Text::tr("Save &as…"), Text::tr("Write the workbook to another file."),
         name("file-text"), keys({"Ctrl+Shift+S"}), document},
        {name("file.reload"),
         g,
         Text::tr("&Read again from disk"),
         Text::tr("Replace what is open with what the file says now."),
         name("refresh-cw"),
         {},
         document | Need::File},
        {name("file.export"), g, Text::tr("&Export package…"),
         Text::tr(
             "Write a package for Sigma: workbook, request body, SQL, pictures and the checklist of manual steps."),
         name("package"), keys({"Ctrl+E"}), document},
        {name("file.importCsv"), g, Text::tr("&Import CSV as table…"),
         Text::tr("Read a CSV file into the workspace and put a table of it on the page."), name("file-spreadsheet"),
         keys({"Ctrl+Shift+O"})},
        {name("file.settings"), g, Text::tr("Se&ttings…"), Text::tr("Theme and author name."), name("settings"),
         keys({"Ctrl+,"})},
        {name("file.quit"), g, Text::tr("&Quit"), Text::tr("Close the window."), name("log-out"), keys({"Ctrl+Q"})},
    };
}

QList<ActionSpec> editActions()
{
    const auto g = ActionGroup::Edit;
    return {
        {name("edit.undo"), g, Text::tr("&Undo"), Text::tr("Take back the last step."), name("undo-2"),
         keys({"Ctrl+Z"}), writable | Need::Undo},
        {name("edit.redo"), g, Text::tr("&Redo"), Text::tr("Do the step again that was taken back."), name("redo-2"),
         keys({"Ctrl+Shift+Z", "Ctrl+Y"}), writable | Need::Redo},
        {name("edit.cut"), g, Text::tr("Cu&t"), Text::tr("Take the selection away and put it on the clipboard."),
         name("scissors"), keys({"Ctrl+X"}), onElements},
        {name("edit.copy"), g, Text::tr("&Copy"),
         Text::tr("Put the selection on the clipboard, as elements and as YAML text."), name("copy"), keys({"Ctrl+C"}),
         canvas | Need::Elements},
        {name("edit.paste"), g, Text::tr("&Paste"),
         Text::tr("Insert the elements that are on the clipboard, from any workbook."), name("clipboard-paste"),
         keys({"Ctrl+V"}), writable | Need::Canvas},
        {name("edit.duplicate"), g, Text::tr("&Duplicate"), Text::tr("Put a copy of the selection beside it."),
         name("copy-plus"), keys({"Ctrl+D"}), onElements},
        {name("edit.delete"), g, Text::tr("D&elete"), Text::tr("Remove the selection."), name("trash-2"), keys({"Del"}),
         writable | Need::Selection | Need::Canvas},
        {name("edit.selectAll"), g, Text::tr("Select &all"), Text::tr("Select every element of the page in front."),
         name("square-mouse-pointer"), keys({"Ctrl+A"}), canvas},
        {name("edit.rename"), g, Text::tr("Rena&me"), Text::tr("Change the name; every formula that uses it follows."),
         name("pencil"), keys({"F2"}), writable | Need::Selection},
    };
}

QList<ActionSpec> insertActions()
{
    const auto g = ActionGroup::Insert;
    return {
        {name("insert.element"), g, Text::tr("&Element…"),
         Text::tr("Choose an element to insert on the page in front."), name("plus"), keys({"Ctrl+I"}),
         writable | Need::Canvas},
        {name("insert.column"), g, Text::tr("&Calculated column…"),
         Text::tr("Add a column to the selected element and write its formula."), name("sigma"), keys({"Ctrl+Alt+C"}),
         onElements},
        {name("insert.page"), g, Text::tr("&Page"), Text::tr("Add an empty page after the last one."),
         name("layout-dashboard"), keys({"Ctrl+Shift+N"}), writable},
        {name("insert.modal"),
         g,
         Text::tr("&Modal"),
         Text::tr("Add an overlay in the middle of the page."),
         name("picture-in-picture-2"),
         {},
         writable},
        {name("insert.drawer"),
         g,
         Text::tr("&Drawer"),
         Text::tr("Add an overlay that slides in from the side."),
         name("panel-right-open"),
         {},
         writable},
    };
}

QList<ActionSpec> arrangeActions()
{
    const auto g = ActionGroup::Arrange;
    return {
        {name("arrange.left"), g, Text::tr("Align &left"), Text::tr("Put the left edges of the selection on one line."),
         name("align-start-vertical"), keys({"Alt+Shift+L"}), onSeveral},
        {name("arrange.center"), g, Text::tr("Align &centre"),
         Text::tr("Put the centres of the selection on one vertical line."), name("align-center-vertical"),
         keys({"Alt+Shift+C"}), onSeveral},
        {name("arrange.right"), g, Text::tr("Align &right"),
         Text::tr("Put the right edges of the selection on one line."), name("align-end-vertical"),
         keys({"Alt+Shift+R"}), onSeveral},
        {name("arrange.top"), g, Text::tr("Align &top"), Text::tr("Put the top edges of the selection on one line."),
         name("align-start-horizontal"), keys({"Alt+Shift+T"}), onSeveral},
        {name("arrange.bottom"), g, Text::tr("Align &bottom"),
         Text::tr("Put the bottom edges of the selection on one line."), name("align-end-horizontal"),
         keys({"Alt+Shift+B"}), onSeveral},
        {name("arrange.wrap"), g, Text::tr("&Wrap in container"),
         Text::tr("Put the selection into a container of its own."), name("group"), keys({"Ctrl+G"}), onElements},
    };
}

QList<ActionSpec> viewActions()
{
    const auto g = ActionGroup::View;
    return {
        {name("view.design"), g, Text::tr("&Design"), Text::tr("Show the pages as they will look."),
         name("pencil-ruler"), keys({"Alt+1"}), document, true},
        {name("view.code"), g, Text::tr("&Code"), Text::tr("Show the workbook as text; it follows the selection."),
         name("code"), keys({"Alt+2"}), document, true},
        {name("view.preview"), g, Text::tr("P&review"),
         Text::tr("Use the workbook as its readers do: controls work, marks can be selected."), name("eye"),
         keys({"Alt+3", "F5"}), document, true},
        {name("view.zoomIn"), g, Text::tr("Zoom &in"), Text::tr("Make the page larger."), name("zoom-in"),
         keys({"Ctrl++", "Ctrl+="}), canvas},
        {name("view.zoomOut"), g, Text::tr("Zoom &out"), Text::tr("Make the page smaller."), name("zoom-out"),
         keys({"Ctrl+-"}), canvas},
        {name("view.zoomFit"), g, Text::tr("&Fit the width"), Text::tr("Show the page in its full width."),
         name("maximize"), keys({"Ctrl+9"}), canvas},
        {name("view.zoomReset"), g, Text::tr("&Actual size"), Text::tr("Show the page at 100 %."), name("frame"),
         keys({"Ctrl+0"}), canvas},
        {name("view.outline"),
         g,
         Text::tr("O&utline"),
         Text::tr("Show or hide the tree of pages and elements."),
         name("list-tree"),
         keys({"Ctrl+1"}),
         {},
         true},
        {name("view.elements"),
         g,
         Text::tr("&Elements"),
         Text::tr("Show or hide the palette of elements."),
         name("shapes"),
         keys({"Ctrl+2"}),
         {},
         true},
        {name("view.data"),
         g,
         Text::tr("Da&ta"),
         Text::tr("Show or hide sources, tables and columns."),
         name("database"),
         keys({"Ctrl+3"}),
         {},
         true},
        {name("view.inspector"),
         g,
         Text::tr("&Inspector"),
         Text::tr("Show or hide the properties of the selection."),
         name("sliders-horizontal"),
         keys({"Ctrl+4"}),
         {},
         true},
        {name("view.problems"),
         g,
         Text::tr("&Problems"),
         Text::tr("Show or hide what the checks found."),
         name("triangle-alert"),
         keys({"Ctrl+5"}),
         {},
         true},
        {name("view.queries"),
         g,
         Text::tr("&Queries"),
         Text::tr("Show or hide what was asked of the data, and its SQL."),
         name("database-zap"),
         keys({"Ctrl+7"}),
         {},
         true},
        {name("view.history"),
         g,
         Text::tr("&History"),
         Text::tr("Show or hide every step ever made, branches included."),
         name("history"),
         keys({"Ctrl+6"}),
         {},
         true},
        {name("view.formula"),
         g,
         Text::tr("&Formula"),
         Text::tr("Show or hide function help, results and steps of the formula at hand."),
         name("sigma"),
         keys({"Ctrl+8"}),
         {},
         true},
        {name("view.references"),
         g,
         Text::tr("&References"),
         Text::tr("Show or hide where columns, elements and controls are used; replace one by another."),
         name("text-search"),
         keys({"Ctrl+Shift+H"}),
         {},
         true},
        {name("view.docks"), g, Text::tr("Hi&de all panels"),
         Text::tr("Leave only the canvas; again brings the panels back."), name("panels-top-left"),
         keys({"Ctrl+\\", "F11"}), document, true},
        {name("view.webPictures"),
         g,
         Text::tr("Pictures from the &web"),
         Text::tr("Load the pictures of web addresses and keep them on this computer. Their servers learn that "
                  "somebody looks."),
         name("image"),
         {},
         {},
         true},
        {name("view.themeSystem"),
         g,
         Text::tr("&Like the system"),
         Text::tr("Light or dark as the desktop is."),
         name("monitor"),
         {},
         {},
         true},
        {name("view.themeLight"), g, Text::tr("Li&ght"), Text::tr("Use the light theme."), name("sun"), {}, {}, true},
        {name("view.themeDark"), g, Text::tr("Dar&k"), Text::tr("Use the dark theme."), name("moon"), {}, {}, true},
    };
}

QList<ActionSpec> goActions()
{
    const auto g = ActionGroup::Go;
    return {
        {name("go.palette"), g, Text::tr("&Command palette…"), Text::tr("Find any command, page or element by name."),
         name("command"), keys({"Ctrl+K", "Ctrl+Shift+P"})},
        {name("go.find"), g, Text::tr("&Find in outline"), Text::tr("Filter the outline by name or kind."),
         name("search"), keys({"Ctrl+F"}), document},
        {name("go.formula"), g, Text::tr("&Edit formula"), Text::tr("Put the caret into the formula of the selection."),
         name("sigma"), keys({"Ctrl+Shift+E"}), document},
        {name("go.nextProblem"), g, Text::tr("&Next problem"), Text::tr("Go to the next thing the checks found."),
         name("skip-forward"), keys({"F8"}), document | Need::Problems},
        {name("go.previousProblem"), g, Text::tr("Pre&vious problem"),
         Text::tr("Go to the thing the checks found before."), name("skip-back"), keys({"Shift+F8"}),
         document | Need::Problems},
        {name("go.nextTab"),
         g,
         Text::tr("Next &tab"),
         Text::tr("Bring the tab to the right to the front."),
         {},
         keys({"Ctrl+PgDown", "Ctrl+Tab"}),
         document},
        {name("go.previousTab"),
         g,
         Text::tr("Previous ta&b"),
         Text::tr("Bring the tab to the left to the front."),
         {},
         keys({"Ctrl+PgUp", "Ctrl+Shift+Tab"}),
         document},
        {name("go.closeTab"), g, Text::tr("C&lose tab"), Text::tr("Close the rows, actions or overlay in front."),
         name("x"), keys({"Ctrl+W"}), document},
        {name("go.rows"), g, Text::tr("Open &rows"), Text::tr("Open the rows of the selected input table in a tab."),
         name("table-2"), keys({"Ctrl+R"}), document | Need::Elements},
        {name("go.actions"), g, Text::tr("Open &actions"),
         Text::tr("Open the actions of the selection as a graph in a tab."), name("zap"), keys({"Ctrl+J"}),
         document | Need::Selection},
    };
}

QList<ActionSpec> helpActions()
{
    const auto g = ActionGroup::Help;
    return {
        {name("help.contents"), g, Text::tr("&Help"), Text::tr("The guide, every element with its fields, every rule."),
         name("circle-help"), keys({"F1"})},
        {name("help.shortcuts"), g, Text::tr("&Keyboard shortcuts"), Text::tr("Every command with its keys."),
         name("keyboard"), keys({"Ctrl+/"})},
        {name("help.about"), g, Text::tr("&About Tessera"), Text::tr("Version and licence."), name("info")},
    };
}

} // namespace

QList<ActionSpec> allActions()
{
    return fileActions() + editActions() + insertActions() + arrangeActions() + viewActions() + goActions() +
           helpActions();
}

QString groupName(ActionGroup group)
{
    switch (group) {
    case ActionGroup::File:
        return Text::tr("&File");
    case ActionGroup::Edit:
        return Text::tr("&Edit");
    case ActionGroup::Insert:
        return Text::tr("&Insert");
    case ActionGroup::Arrange:
        return Text::tr("&Arrange");
    case ActionGroup::View:
        return Text::tr("&View");
    case ActionGroup::Go:
        return Text::tr("&Go");
    case ActionGroup::Help:
        return Text::tr("&Help");
    }
    return {};
}

QString reasonFor(Needs missing)
{
    if (missing.testFlag(Need::Document))
        return Text::tr("Open a workbook first.");
    if (missing.testFlag(Need::Writable))
        return Text::tr("This workbook is open for reading only.");
    if (missing.testFlag(Need::Canvas))
        return Text::tr("Bring a page to the front first.");
    if (missing.testFlag(Need::Selection) || missing.testFlag(Need::Elements))
        return Text::tr("Select an element first.");
    if (missing.testFlag(Need::Several))
        return Text::tr("Select two or more elements first.");
    if (missing.testFlag(Need::Undo))
        return Text::tr("There is nothing to undo.");
    if (missing.testFlag(Need::Redo))
        return Text::tr("There is nothing to redo.");
    if (missing.testFlag(Need::File))
        return Text::tr("The workbook is not in a file yet.");
    if (missing.testFlag(Need::Problems))
        return Text::tr("The checks found nothing.");
    return {};
}

} // namespace tessera::designer
