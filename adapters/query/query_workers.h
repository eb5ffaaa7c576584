// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

#include "adapters/query/group_tables.h"
#include "adapters/query/query_service.h"
#include "adapters/query/result_cache.h"

namespace tessera::adapters {

// The threads of a QueryService. A job is one element in one state of the workbook: first planned, then, when its query
// differs from the one that ran last, run. One thread more than may run statements is there, so that a plan never waits
// behind long queries. Elements that wait and group the same rows by the same keys run one behind the other on one
// connection, where what they have in common is computed once.
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
        StatePtr planFor; // a plan is wanted
        bool planning = false;
        std::shared_ptr<const LocalQuery> next; // a run is wanted
        bool running = false;
        std::string fingerprint; // of what runs or ran last
        std::stop_source stop;   // of what runs
        model::query::ElementRowsPtr last;
    };

    void work(std::stop_token stop);
    bool takePlan(std::unique_lock<std::mutex> &lock, std::stop_token stop);
    // An element on its way through a connection.
    struct Job
    {
        model::Key key;
        std::shared_ptr<const LocalQuery> local;
        std::stop_token stop;
    };
    std::deque<model::Key>::iterator nextQuery();
    std::vector<Job> takeJobs();
    bool takeRun(std::unique_lock<std::mutex> &lock, std::unique_ptr<SqliteConnection> &connection);
    void runAll(const std::vector<Job> &jobs, SqliteConnection &connection);
    void finish(const Job &job, std::shared_ptr<model::query::ElementRows> rows);
    LocalQuery plan(const model::Key &key, const State &state, std::stop_token stop) const;
    void settle(const model::Key &key, Element &element, LocalQuery local);
    std::shared_ptr<model::query::ElementRows> run(const Job &job, SqliteConnection &connection, GroupTables &groups);
    model::Result<ResultCache::Entry> runOne(const Job &job, const QueryStep &step, const std::string &tables,
                                             SqliteConnection &connection, GroupTables &groups);
    void answer(const model::Key &key, Element &element, model::query::ElementRowsPtr rows);
    bool isBusyLocked() const;

    std::shared_ptr<TableStore> m_store;
    const Settings &m_settings;
    const Answers m_answers;
    const int m_mostRunning;
    ResultCache m_cache;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<model::Key, Element> m_elements;  // entries stay where they are
    std::deque<model::Key> m_plans, m_queries; // waiting
    int m_running = 0;
    std::stop_source m_stop;
    std::vector<std::jthread> m_threads; // last: they end first
};

} // namespace tessera::adapters
