// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_page.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "adapters/codec/workbook_file.h"
#include "app/cli/templates.h"
#include "app/window/open_document.h"
#include "app/window/settings.h"
#include "app/window/start_card.h"
#include "designer/paint/page_render.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "model/schema/catalogue.h"
#include "model/workbook/views/page_view.h"

namespace tessera::app {

using namespace designer;

namespace {

constexpr int pictureWidth = 960; // px a template's page is laid out for: text stays readable when it is small

QString shortFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    return folder.startsWith(home) ? QStringLiteral("~") + folder.mid(home.size()) : folder;
}

// The first page that shows something; null for an empty workbook.
QImage pictureOf(const std::string &text, const model::Catalogue &catalogue)
{
    const auto loaded = adapters::readWorkbook(text);
    if (!loaded)
        return {};
    const model::Workbook &workbook = loaded->workbook;
    for (const model::Object &page : workbook.pages) {
        const model::NodeId block = workbook.layout.findBlock(page.id());
        if (model::isHiddenPage(page) || workbook.layout.childrenOf(block).isEmpty())
            continue;
        RenderOptions options;
        options.width = pictureWidth;
        return renderBlock(workbook, catalogue, page.id(), options)
            .scaledToWidth(2 * StartCard::cardWidth, Qt::SmoothTransformation);
    }
    return {};
}

} // namespace

StartPage::StartPage(const model::Catalogue &catalogue, QWidget *parent)
    : QScrollArea(parent)
    , m_catalogue(catalogue)
    , m_column(nullptr)
    , m_content(new QWidget)
{
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start page"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *sides = new QHBoxLayout(m_content);
    sides->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    m_column = new QVBoxLayout;
    m_column->setSpacing(space::m);
    sides->addStretch(1);
    sides->addLayout(m_column);
    sides->addStretch(1);
    setWidget(m_content);
    m_content->setProperty("surface", QStringLiteral("window"));
    m_column->addWidget(buildHead());
    m_column->addStretch(1);
    refresh();
}

QWidget *StartPage::buildHead()
{
    auto *head = new QWidget(m_content);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, space::m);
    row->setSpacing(space::m);
    auto *mark = new QLabel(head);
    mark->setPixmap(applicationIcon().pixmap(40, 40));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *title = new QLabel(tr("Tessera"), head);
    title->setProperty("role", QStringLiteral("emptyTitle"));
    auto *line = new QLabel(tr("Design Sigma workbooks on this computer. Drop a YAML or JSON file anywhere to open it, "
                               "or a CSV file to begin with its rows."),
                            head);
    line->setProperty("role", QStringLiteral("secondary"));
    texts->addWidget(title);
    texts->addWidget(line);
    auto *open = new QPushButton(icon(QStringLiteral("folder-open"), Ink::OnAccent), tr("Open a workbook…"), head);
    open->setObjectName(QStringLiteral("startOpen"));
    open->setProperty("role", QStringLiteral("primary"));
    open->setToolTip(tr("Open a workbook file: YAML or JSON (Ctrl+O)"));
    auto *sample = new QPushButton(icon(QStringLiteral("layout-template")), tr("Open the sample"), head);
    sample->setObjectName(QStringLiteral("startSample"));
    sample->setToolTip(tr("Open a copy of the sample marketing workbook"));
    for (QPushButton *button : {open, sample})
        button->setAutoDefault(true); // Enter presses what has the focus
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    row->addWidget(mark);
    row->addLayout(texts, 1);
    row->addWidget(sample);
    row->addWidget(open);
    return head;
}

void StartPage::addSection(const QString &title, const QList<QWidget *> &cards)
{
    if (cards.isEmpty())
        return;
    auto *label = new QLabel(title, m_content);
    label->setProperty("role", QStringLiteral("panelTitle"));
    auto *host = new QWidget(m_content);
    auto *grid = new QGridLayout(host);
    grid->setContentsMargins(0, 0, 0, space::m);
    grid->setSpacing(space::l);
    grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_column->insertWidget(m_column->count() - 1, label);
    m_column->insertWidget(m_column->count() - 1, host);
    m_sections.append({label, host, grid, cards});
}

void StartPage::refresh()
{
    for (const Section &section : std::as_const(m_sections)) {
        delete section.title;
        delete section.host;
    }
    m_sections.clear();
    m_columns = 0;

    QList<QWidget *> unsaved;
    for (const QString &workspace : OpenDocument::unsavedWorkspaces()) {
        auto *card = new StartCard(tr("Untitled workbook"),
                                   QLocale().toString(QFileInfo(workspace).lastModified(), QLocale::ShortFormat),
                                   QStringLiteral("file-warning"), {}, m_content);
        connect(card, &QAbstractButton::clicked, this, [this, workspace] { Q_EMIT unsavedChosen(workspace); });
        unsaved.append(card);
    }
    addSection(tr("Not saved yet"), unsaved);

    QList<QWidget *> recent;
    for (const settings::RecentFile &file : settings::recentFiles()) {
        const QString name = file.name.isEmpty() ? QFileInfo(file.path).fileName() : file.name;
        auto *card =
            new StartCard(name, shortFolder(file.path) + u'/' + QFileInfo(file.path).fileName(),
                          QStringLiteral("layout-dashboard"), QPixmap(settings::thumbnailPath(file.path)), m_content);
        connect(card, &QAbstractButton::clicked, this, [this, path = file.path] { Q_EMIT fileChosen(path); });
        recent.append(card);
    }
    addSection(tr("Recent"), recent);

    QList<QWidget *> fresh;
    if (const auto all = templates()) {
        for (const Template &one : *all) {
            auto *card = new StartCard(one.title, one.description, QStringLiteral("file-plus"), {}, m_content);
            card->setObjectName(QStringLiteral("template:%1").arg(one.name));
            drawPicture(card, one.name);
            connect(card, &QAbstractButton::clicked, this, [this, name = one.name] { Q_EMIT templateChosen(name); });
            fresh.append(card);
        }
    }
    addSection(tr("New from a template"), fresh);
    arrange();
}

// Off the interface thread, and once for each text of a template: the picture is kept with those of recent files.
void StartPage::drawPicture(StartCard *card, const QString &templateName)
{
    const auto text = templateText(templateName);
    if (!text)
        return;
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(*text), QCryptographicHash::Sha1).toHex();
    const QString file =
        settings::thumbnailPath(QStringLiteral("template-%1-%2-%3")
                                    .arg(templateName, QStringLiteral(TESSERA_VERSION), QString::fromLatin1(hash)));
    if (const QPixmap kept(file); !kept.isNull())
        return card->setPicture(kept);
    auto *watcher = new QFutureWatcher<QImage>(card);
    connect(watcher, &QFutureWatcherBase::finished, card, [card, watcher] {
        watcher->deleteLater();
        if (!watcher->result().isNull())
            card->setPicture(QPixmap::fromImage(watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run([text = *text, catalogue = m_catalogue, file] {
        const QImage picture = pictureOf(text, catalogue);
        if (!picture.isNull())
            picture.save(file, "PNG");
        return picture;
    }));
}

void StartPage::arrange()
{
    const int room = viewport()->width() - 2 * space::xxl + space::l;
    const int columns = qBound(1, room / (StartCard::cardWidth + space::l), 5);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (const Section &section : std::as_const(m_sections)) {
        for (int i = 0; i < section.cards.size(); ++i)
            section.grid->addWidget(section.cards.at(i), i / columns, i % columns);
    }
    m_content->setMinimumWidth(0);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

} // namespace tessera::app
