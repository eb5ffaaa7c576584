// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace tessera::model {
class Catalogue;
}

namespace tessera::app {

class StartCard;

// What the window shows without a workbook: recent ones with their first page, templates, open, the sample.
class StartPage : public QScrollArea
{
    Q_OBJECT

public:
    // `catalogue` outlives the page; the pictures of templates are drawn with it.
    explicit StartPage(const model::Catalogue &catalogue, QWidget *parent = nullptr);

    // Reads recent files, unsaved workbooks and templates again.
    void refresh();

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void fileChosen(const QString &path);
    void templateChosen(const QString &name);
    void unsavedChosen(const QString &workspace);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void addSection(const QString &title, const QList<QWidget *> &cards);
    void arrange();
    void drawPicture(StartCard *card, const QString &templateName);

    const model::Catalogue &m_catalogue;
    QVBoxLayout *m_column;
    QWidget *m_content;
    struct Section
    {
        QLabel *title;
        QWidget *host;
        QGridLayout *grid;
        QList<QWidget *> cards;
    };
    QList<Section> m_sections;
    int m_columns = 0;
};

} // namespace tessera::app
