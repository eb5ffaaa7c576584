// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

#include "adapters/query/query_service.h"
#include "adapters/query/result_cache.h"

namespace tessera::adapters {

// The threads of a QueryService. A job is one element in one state of the workbook: first planned, then, when its query
// differs from the one that ran last, run. One thread more than may run statements is there, so that a plan never waits
// behind long queries.
class QueryService::Workers
{
public:
    // What a plan depends on; never changed once made.
    struct State
    {
        model::Workbook workbook;
        model::NameIndex names;
        model::query::ControlValues controls;
        model::Moment now;
        LocalSettings local;
        std::shared_ptr<const SampleCatalogue> samples;
    };
    using StatePtr = std::shared_ptr<const State>;

    struct Answers
    {
        std::function<void(const model::Key &, model::query::ElementRowsPtr)> rows;
        std::function<void(QueryRun)> run;
        std::function<void()> idle;
    };
    // Answers come on the worker threads.
    Workers(std::shared_ptr<TableStore> store, const Settings &settings, Answers answers);
    ~Workers();

    void ask(const std::vector<model::Key> &elements, const StatePtr &state);
    void forgetAllBut(const std::vector<model::Key> &elements);
    bool isBusy() const;

private:
    struct Element
    {
        StatePtr planFor;              // a plan is wanted
        bool planning = false;
        std::shared_ptr<const LocalQuery> next; // a run is wanted
        bool running = false;
        std::string fingerprint;       // of what runs or ran last
        std::stop_source stop;         // of what runs
        model::query::ElementRowsPtr last;
    };

    void work(std::stop_token stop);
    bool takePlan(std::unique_lock<std::mutex> &lock, std::stop_token stop);
    std::deque<model::Key>::iterator nextQuery();
    bool takeRun(std::unique_lock<std::mutex> &lock, std::unique_ptr<SqliteConnection> &connection);
    LocalQuery plan(const model::Key &key, const State &state, std::stop_token stop) const;
    void settle(const model::Key &key, Element &element, LocalQuery local);
    std::shared_ptr<model::query::ElementRows> run(const model::Key &key, const LocalQuery &local, SqliteConnection &connection,
                                                   std::stop_token stop);
    model::Result<ResultCache::Entry> runOne(const model::Key &key, const QueryStep &step, const std::string &tables,
                                             SqliteConnection &connection, std::stop_token stop);
    void answer(const model::Key &key, Element &element, model::query::ElementRowsPtr rows);
    bool isBusyLocked() const;

    std::shared_ptr<TableStore> m_store;
    const Settings &m_settings;
    const Answers m_answers;
    const int m_mostRunning;
    ResultCache m_cache;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<model::Key, Element> m_elements; // entries stay where they are
    std::deque<model::Key> m_plans, m_queries; // waiting
    int m_running = 0;
    std::stop_source m_stop;
    std::vector<std::jthread> m_threads; // last: they end first
};

} // namespace tessera::adapters
