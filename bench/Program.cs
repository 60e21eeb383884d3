using ChatSupport.Bench;

if (args is ["deadline"]) DeadlineBench.Run();
