// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/help/help_window.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "designer/help/help_pages.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "designer/widgets/search_field.h"

namespace tessera::designer {

namespace {

constexpr int pageRole = Qt::UserRole, placeRole = Qt::UserRole + 1, wordsRole = Qt::UserRole + 2;
constexpr int contentsWidth = 250, windowWidth = 980, windowHeight = 700; // px

struct Visit
{
    QString page, place;
    bool operator==(const Visit &) const = default;
};

QString slug(const QString &heading)
{
    QString text;
    for (const QChar c : heading.toLower())
        text += c.isLetterOrNumber() ? c : u'-';
    return text;
}

// Whether a line of a page is what a place names: a heading, a rule id at the start of a line, the key of a field.
bool isPlace(const QTextBlock &block, const QString &place)
{
    const QString text = block.text();
    if (block.blockFormat().headingLevel() > 0)
        return slug(text) == place || text == place;
    if (!text.startsWith(place))
        return false;
    const QString rest = text.mid(place.size());
    const QTextTable *table = QTextCursor(block).currentTable();
    if (table && table->cellAt(block.position()).column() > 0)
        return false;
    return rest.isEmpty() || rest.startsWith(u',') || rest.startsWith(u':') || rest.trimmed() == QStringLiteral("!");
}

} // namespace

class HelpWindow::Private
{
public:
    Private(HelpWindow &window, const model::Catalogue &catalogue) : q(window), pages(catalogue) {}

    void build();
    QWidget *buildContents();
    QWidget *buildReader();
    QToolButton *button(const QString &iconName, const QString &text, const QKeySequence &keys, void (Private::*run)());
    void fillContents();
    void filter(const QString &text);
    void takeFirst();
    void selectInContents();
    void visit(const Visit &to);
    void follow(const QUrl &url);
    void show(const Visit &what);
    void dress(QTextDocument &document) const;
    void goTo(const QString &place);
    void back();
    void forward();
    void home() { visit({QStringLiteral("index"), {}}); }

    HelpWindow &q;
    HelpPages pages;
    QTreeWidget *contents = nullptr;
    QTextBrowser *reader = nullptr;
    QToolButton *backButton = nullptr;
    QToolButton *forwardButton = nullptr;
    QList<Visit> visits;
    qsizetype at = -1;
    QString readerPage; // the page in the reader
    QString placeText;
};

void HelpWindow::Private::build()
{
    auto *splitter = new QSplitter(&q);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildContents());
    splitter->addWidget(buildReader());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({contentsWidth, windowWidth - contentsWidth});
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->addWidget(splitter);
    fillContents();
}

QWidget *HelpWindow::Private::buildContents()
{
    auto *side = new QWidget(&q);
    auto *search = new SearchField(HelpWindow::tr("Find a kind, a rule, a topic"), side);
    search->setObjectName(QStringLiteral("helpSearch"));
    contents = new QTreeWidget(side);
    contents->setObjectName(QStringLiteral("helpContents"));
    contents->setAccessibleName(HelpWindow::tr("Contents of the help"));
    contents->setHeaderHidden(true);
    contents->setUniformRowHeights(true);
    search->setTarget(contents);
    QObject::connect(search, &QLineEdit::textChanged, &q, [this](const QString &text) { filter(text); });
    QObject::connect(search, &QLineEdit::returnPressed, &q, [this] {
        if (const QTreeWidgetItem *now = contents->currentItem(); !now || !now->parent() || now->isHidden())
            takeFirst();
    });
    QObject::connect(contents, &QTreeWidget::currentItemChanged, &q, [this](QTreeWidgetItem *item) {
        if (item && item->parent())
            visit({item->data(0, pageRole).toString(), item->data(0, placeRole).toString()});
    });
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, space::s, 0);
    layout->setSpacing(space::s);
    layout->addWidget(search);
    layout->addWidget(contents, 1);
    return side;
}

QToolButton *HelpWindow::Private::button(const QString &iconName, const QString &text, const QKeySequence &keys,
                                         void (Private::*run)())
{
    auto *result = new QToolButton(&q);
    result->setIcon(icon(iconName));
    result->setAccessibleName(text);
    result->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    result->setAutoRaise(true);
    QObject::connect(result, &QToolButton::clicked, &q, [this, run] { (this->*run)(); });
    auto *shortcut = new QShortcut(keys, &q);
    QObject::connect(shortcut, &QShortcut::activated, &q, [this, run] { (this->*run)(); });
    return result;
}

QWidget *HelpWindow::Private::buildReader()
{
    auto *side = new QWidget(&q);
    backButton = button(QStringLiteral("chevron-left"), HelpWindow::tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left),
                        &Private::back);
    forwardButton = button(QStringLiteral("chevron-right"), HelpWindow::tr("Forward"),
                           QKeySequence(Qt::ALT | Qt::Key_Right), &Private::forward);
    backButton->setObjectName(QStringLiteral("helpBack"));
    forwardButton->setObjectName(QStringLiteral("helpForward"));
    auto *homeButton = button(QStringLiteral("book-open"), HelpWindow::tr("Contents"),
                              QKeySequence(Qt::ALT | Qt::Key_Home), &Private::home);
    reader = new QTextBrowser(side);
    reader->setObjectName(QStringLiteral("helpPage"));
    reader->setAccessibleName(HelpWindow::tr("Help page"));
    reader->setOpenLinks(false);
    QObject::connect(reader, &QTextBrowser::anchorClicked, &q, [this](const QUrl &url) { follow(url); });
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::xs);
    for (QToolButton *one : {backButton, forwardButton, homeButton})
        bar->addWidget(one);
    bar->addStretch();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(space::s, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addLayout(bar);
    layout->addWidget(reader, 1);
    return side;
}

void HelpWindow::Private::fillContents()
{
    QTreeWidgetItem *group = nullptr;
    for (const HelpPages::Entry &entry : pages.entries()) {
        if (!group || group->text(0) != entry.group) {
            group = new QTreeWidgetItem(contents, {entry.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setExpanded(contents->topLevelItemCount() == 1);
        }
        auto *item = new QTreeWidgetItem(group, {entry.title});
        item->setData(0, pageRole, entry.page);
        item->setData(0, placeRole, entry.place);
        item->setData(0, wordsRole, entry.title + u' ' + entry.words);
    }
}

// The first entry that is left by the search.
void HelpWindow::Private::takeFirst()
{
    for (int g = 0; g < contents->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = contents->topLevelItem(g);
        for (int i = 0; !group->isHidden() && i < group->childCount(); ++i) {
            if (!group->child(i)->isHidden())
                return contents->setCurrentItem(group->child(i));
        }
    }
}

void HelpWindow::Private::filter(const QString &text)
{
    for (int g = 0; g < contents->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = contents->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            const bool shown = group->child(i)->data(0, wordsRole).toString().contains(text, Qt::CaseInsensitive);
            group->child(i)->setHidden(!shown);
            any |= shown;
        }
        group->setHidden(!any);
        group->setExpanded(text.isEmpty() ? g == 0 : any);
    }
}

// The entry of the page that is shown, without opening it again.
void HelpWindow::Private::selectInContents()
{
    const QSignalBlocker quiet(contents);
    contents->setCurrentItem(nullptr);
    const Visit &now = visits.at(at);
    for (int g = 0; g < contents->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = contents->topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const QString place = item->data(0, placeRole).toString();
            if (item->data(0, pageRole).toString() == now.page && (place.isEmpty() || place == now.place)) {
                contents->setCurrentItem(item);
                contents->scrollToItem(item);
                return;
            }
        }
    }
}

void HelpWindow::Private::visit(const Visit &to)
{
    if (at < 0 || visits.at(at) != to) {
        visits.resize(at + 1);
        visits.append(to);
        at = visits.size() - 1;
    }
    show(to);
}

void HelpWindow::Private::follow(const QUrl &url)
{
    if (!url.scheme().isEmpty()) {
        QDesktopServices::openUrl(url);
        return;
    }
    const QString page = url.path();
    visit({page.isEmpty() ? visits.at(at).page : page, url.fragment()});
}

void HelpWindow::Private::show(const Visit &what)
{
    const bool isShown = readerPage == what.page;
    const auto page = isShown ? std::optional(HelpPages::Page()) : pages.page(what.page);
    if (!page) {
        visits[at] = {QStringLiteral("index"), {}};
        if (what.page != QStringLiteral("index"))
            show(visits.at(at));
        return;
    }
    if (!isShown) {
        readerPage = what.page;
        // Made apart from the view, which would lay it out again at every change of a format.
        auto *document = new QTextDocument(reader);
        document->setDefaultFont(reader->font());
        document->setDocumentMargin(space::xl);
        document->setMarkdown(page->markdown, QTextDocument::MarkdownDialectGitHub);
        dress(*document);
        const QPointer<QTextDocument> before = reader->document();
        reader->setExtraSelections({}); // they point into the page that goes
        reader->setDocument(document);  // takes the very first one with it
        delete before;
        q.setWindowTitle(HelpWindow::tr("%1 – Help").arg(page->title));
        reader->verticalScrollBar()->setValue(0);
    }
    goTo(what.place);
    backButton->setEnabled(at > 0);
    forwardButton->setEnabled(at + 1 < visits.size());
    selectInContents();
}

// Markdown gives bare tables and headings of one size for all programs.
void HelpWindow::Private::dress(QTextDocument &document) const
{
    const Tokens &tokens = tokensOf(q.palette());
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().nonBreakableLines()) { // code: no page is wider than its window
            QTextBlockFormat code;
            code.setNonBreakableLines(false);
            cursor.setPosition(block.position());
            cursor.mergeBlockFormat(code);
        }
        const int level = block.blockFormat().headingLevel();
        if (level == 0)
            continue;
        cursor.setPosition(block.position());
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontPixelSize, level == 1   ? size::emptyTitle
                                                       : level == 2 ? size::panelTitle + 2
                                                                    : size::panelTitle);
        format.setFontWeight(QFont::DemiBold);
        cursor.mergeCharFormat(format);
        QTextBlockFormat blockFormat;
        blockFormat.setTopMargin(level == 1 ? 0 : space::l);
        blockFormat.setBottomMargin(space::s);
        cursor.mergeBlockFormat(blockFormat);
    }
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(tokens.line);
        format.setCellPadding(space::xs);
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
    cursor.endEditBlock();
}

void HelpWindow::Private::goTo(const QString &place)
{
    placeText.clear();
    reader->setExtraSelections({});
    if (place.isEmpty())
        return;
    for (QTextBlock block = reader->document()->begin(); block.isValid(); block = block.next()) {
        if (!isPlace(block, place))
            continue;
        placeText = block.text();
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        mark.format.setBackground(tokensOf(q.palette()).accentSoft);
        reader->setExtraSelections({mark});
        // Laid out now: the window may just have been made.
        reader->document()->setTextWidth(reader->viewport()->width());
        const QRectF box = reader->document()->documentLayout()->blockBoundingRect(block);
        reader->verticalScrollBar()->setValue(qRound(box.top()) - space::xxl * 2);
        return;
    }
}

void HelpWindow::Private::back()
{
    if (at > 0)
        show(visits.at(--at));
}

void HelpWindow::Private::forward()
{
    if (at + 1 < visits.size())
        show(visits.at(++at));
}

HelpWindow::HelpWindow(const model::Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(*this, catalogue))
{
    setObjectName(QStringLiteral("help"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(windowWidth, windowHeight);
    d->build();
}

HelpWindow::~HelpWindow() = default;

void HelpWindow::showPage(const QString &page, const QString &place)
{
    d->visit({page, place});
    show();
    raise();
    activateWindow();
    d->goTo(place); // now that the page has its width
}

QString HelpWindow::currentPage() const
{
    return d->at < 0 ? QString() : d->visits.at(d->at).page;
}

QString HelpWindow::shownPlace() const
{
    return d->placeText;
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d && d->at >= 0) {
        d->readerPage.clear();
        d->show(d->visits.at(d->at));
    }
}

} // namespace tessera::designer
