namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>What somebody can ask for in a conversation. The names are part of <see cref="Choice.Id"/>: renaming one breaks old buttons.</summary>
internal enum Verb
{
    // Everyone's.
    Menu,
    Help,
    French,
    English,
    Language,
    Show,
    Timeline,
    Why,

    // A contact's.
    Declare,
    Tickets,
    AllTickets,
    Reply,
    Confirm,
    Contest,
    Follow,
    Complete,

    // Within a declaration.
    Yes,
    No,
    Back,
    Skip,
    Cancel,
    Drop,
    Later,
    Continue,
    StartOver,
    Correct,
    Review,
    More,
    Form,
    Say,
    Append,
    Join,
    Anyway,
    FollowKnown,
    Send,

    // An engineer's.
    Queue,
    Mine,
    Unacknowledged,
    Acknowledge,
    Assign,
    Ask,
    Answer,
    Note,
    Requalify,
    Resolve,
    Resume,
    OutOfScope,
    Call,
    OnCall,
    TakeOver,
    HandOver,
    SwapNight,
    GiveNight,
    TestPage,
    Unreached,
    Voicemails,
    AttachVoicemail,

    // A supervisor's.
    Publish,
    Unpublish,
    Disputes,
    Breaches,
}
