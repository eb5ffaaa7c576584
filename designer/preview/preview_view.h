// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include <QScrollArea>

#include "designer/preview/preview_page.h"

class QAbstractButton;

namespace tessera::designer {

// The workbook as its readers use it: the page in front fills the room there is, controls work, marks can be selected,
// overlays open over it. Nothing here edits the workbook.
class PreviewView : public QWidget, private PreviewStage
{
    Q_OBJECT

public:
    explicit PreviewView(Session &session, QWidget *parent = nullptr); // `session` outlives the view
    ~PreviewView() override;

    PreviewPage *page() const { return m_page; }
    PreviewPage *overlay() const { return m_overlay; } // null: none is open
    void closeOverlay() override;

Q_SIGNALS:
    void notified(const QString &message);
    // Somebody went to a thing that is edited in Design; the session reveals it next.
    void designRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openOverlay(const std::string &id) override;
    void openPage(const std::string &id) override;
    void revealElement(const std::string &id) override;
    void selectTab(const std::string &tabbedContainer, std::optional<int> index, int direction) override;
    void sortElement(const std::string &element, const std::string &column, bool descending) override;
    FormValues *form(const std::string &element) override;
    std::vector<std::string> blocksInSight() const override;
    void say(const QString &words) override;
    void leaveForDesign() override;
    void sightChanged() override;
    void openUrl(const QString &url) override;
    bool computeOnRows(const std::vector<std::string> &formulas, std::function<void(const Answers &)> then) override;
    void forgetQuestions();
    void bringTabsToFront(const std::string &element);

    PreviewCard *cardOf(const std::string &element) const; // null: not in sight
    void placeFrameButtons();
    void pressFrame(BlockPicture::FrameButton::Does what);
    void rebuild();
    void layOut();
    void placeOverlay();

    Session &m_session;
    QScrollArea *m_area;
    PreviewPage *m_page = nullptr;
    QWidget *m_veil = nullptr; // behind an overlay
    PreviewPage *m_overlay = nullptr;
    std::map<BlockPicture::FrameButton::Does, QAbstractButton *> m_frameButtons; // of the overlay
    std::stop_source m_stop;                                                     // of formulas that are computed
    std::unique_ptr<QObject> m_asked = std::make_unique<QObject>();              // holds who waits for them
    bool m_stale = true; // the workbook changed while nobody looked
};

} // namespace tessera::designer
